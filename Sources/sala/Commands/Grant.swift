import ArgumentParser
import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// Gives somebody a place in an organisation: how an installation gets its first officer.
struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives a person a role in an organisation; the person sets a password through a reset.",
        discussion: "Makes the account where there is none. May run while the site does.")

    @OptionGroup var options: InstallationOptions

    @Argument(help: "The person's e-mail address.")
    var email: String

    @Argument(help: "The organisation's code, such as AGENCY-DGA.")
    var organisation: String

    @Argument(help: "The role: officer runs calls for the organisation, member files for it.")
    var role: String

    @Option(help: "The person's name, where there is no account yet.")
    var name: String?

    func run() async throws {
        let store = try await options.store()
        guard let office = try await store.organisation(code: organisation) else {
            throw ValidationError(
                saying: "no organisation has the code \(organisation): import organisations first")
        }
        do {
            let person = try await store.enrol(
                email: email, name: name ?? email, language: .thai, at: .now())
            try await store.decide(
                .grant(MembershipRole(rawValue: role)), about: person, in: office, by: .installation,
                at: .now())
        } catch Refusal.unfit("email") {
            throw ValidationError(saying: "\(email) is no e-mail address")
        } catch Refusal.unfit {
            throw ValidationError(saying: "--name is no name of a person")
        } catch Refusal.membership(.alreadyMember) {
            Speech.tell("\(email) was \(role) of \(organisation) already")
            return
        } catch Refusal.membership(.unknownRole) {
            throw ValidationError(
                saying: "no programme of this installation grants the role \(role) in its offices: "
                    + "write officer or member, or start sala once with the programme that does")
        }
        Speech.tell("\(email) is \(role) of \(organisation)")
    }
}
