import Foundation
@testable import SalaStore
import Testing

@Suite("Passwords")
struct PasswordTests {
    static let cheap = PasswordHasher.Cost(passes: 1, memoryBytes: 8192)

    @Test("A hash is argon2id of 64 MiB in two passes, salted, and holds for its password alone")
    func interactiveHash() async throws {
        let hasher = PasswordHasher()
        let first = try await hasher.hash("correct horse")
        let second = try await hasher.hash("correct horse")
        #expect(first.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(first != second)
        #expect(try await hasher.verify("correct horse", against: first) == .right)
        #expect(try await hasher.verify("correct horsf", against: first) == .wrong)
        #expect(try await hasher.verify("", against: first) == .wrong)
    }

    @Test("A hash of another cost is right and out of date")
    func outdated() async throws {
        let old = try await PasswordHasher(cost: Self.cheap).hash("correct horse")
        let now = PasswordHasher(cost: .init(passes: 2, memoryBytes: 16384))
        #expect(try await now.verify("correct horse", against: old) == .outdated)
        #expect(try await now.verify("wrong horse", against: old) == .wrong)
    }

    @Test("Without a hash the verdict is wrong, after the work of a hash all the same")
    func unknownAddress() async throws {
        #expect(try await PasswordHasher(cost: Self.cheap).verify("correct horse", against: nil) == .wrong)
        // A cost that no machine can pay shows that it would have been paid.
        let dear = PasswordHasher(cost: .init(passes: 2, memoryBytes: .max))
        await #expect(throws: PasswordHasher.Exhausted.self) {
            try await dear.verify("correct horse", against: nil)
        }
    }

    @Test("Many hashes at once come out right")
    func manyAtOnce() async throws {
        let hasher = PasswordHasher(cost: Self.cheap)
        let hash = try await hasher.hash("correct horse")
        let right = try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<40 {
                group.addTask {
                    let password = index.isMultiple(of: 4) ? "correct horse" : "horse \(index)"
                    return try await hasher.verify(password, against: hash) == .right
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 10)
    }

    @Test(
        "A password has 10 to 200 characters, counted as code points",
        arguments: [
            ("ninechars", AccountFault.passwordTooShort(10)),
            ("สวนผลไม้", .passwordTooShort(10)),
            (String(repeating: "xyzw-", count: 40) + "!", .passwordTooLong(200)),
        ])
    func length(password: String, fault: AccountFault) {
        #expect(PasswordRule.fault(in: password, email: nil) == fault)
    }

    @Test(
        "Long, spaced and Thai passwords are taken",
        arguments: [
            "tencharsxy", "correct horse", "ปลาว่ายในคลองหน้าบ้าน",
            String(repeating: "xyzw-!", count: 33) + "..",
        ])
    func taken(password: String) {
        #expect(PasswordRule.fault(in: password, email: nil) == nil)
    }

    @Test(
        "Favourites, runs and repetitions are refused",
        arguments: [
            "Password123", "password-1234", "1234567890", "๑๒๓๔๕๖๗๘๙๐", "0987654321", "aaaaaaaaaaaa",
            "abcabcabcabc",
            "abcdefghijk", "1q2w3e4r5t", "ประเทศไทย123", "12341234123412",
        ])
    func obvious(password: String) {
        #expect(PasswordRule.fault(in: password, email: nil) == .passwordTooObvious)
    }

    @Test("The e-mail address is no password, in whatever case")
    func emailAsPassword() throws {
        let email = try #require(EmailAddress(typed: "somchai@example.go.th"))
        #expect(PasswordRule.fault(in: "Somchai@Example.go.th", email: email) == .passwordIsEmail)
    }

    @Test("Two ways to type one password are the same password")
    func normalised() {
        #expect(PasswordRule.canonical("cafe\u{301} cre\u{300}me") == "caf\u{e9} cr\u{e8}me")
    }
}
