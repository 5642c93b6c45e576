import ArgumentParser
import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// Takes somebody out of an organisation: where nobody else may, such as an officer who has left the office.
struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes a person out of an organisation with all roles; the person is told the reason.")

    @OptionGroup var options: InstallationOptions

    @Argument(help: "The person's e-mail address.")
    var email: String

    @Argument(help: "The organisation's code, such as AGENCY-DGA.")
    var organisation: String

    @Option(help: "Why, in words that the person will read.")
    var reason: String

    func run() async throws {
        let store = try await options.store()
        guard let office = try await store.organisation(code: organisation) else {
            throw ValidationError(saying: "no organisation has the code \(organisation)")
        }
        guard let person = try await store.person(email: email) else {
            throw ValidationError(saying: "nobody has an account under \(email)")
        }
        do {
            try await store.decide(
                .end(reason: reason), about: person, in: office, by: .installation, at: .now())
        } catch Refusal.membership(.notMember) {
            throw ValidationError(saying: "\(email) does not belong to \(organisation)")
        } catch Refusal.membership(.reasonMissing) {
            throw ValidationError(saying: "--reason must say why")
        } catch Refusal.membership(.reasonTooLong(let limit)) {
            throw ValidationError(saying: "--reason is longer than \(limit) characters")
        }
        Speech.tell("\(email) no longer belongs to \(organisation)")
    }
}
