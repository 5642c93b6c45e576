import Foundation
import SalaEngine

extension Paths {
    public static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let registration = "/registration"
    /// Where who mistyped the address of a new account gives the right one.
    static let addressCorrection = "/registration/address"
    /// Tells people to look into their mailbox.
    static let mailbox = "/mailbox"
    static let passwordResets = "/password-resets"
    static let account = "/account"
    static let password = "/account/password"
    /// The letters that were sent to who is signed in.
    static let ownLetters = "/account/letters"
    static let otherSessions = "/account/other-sessions/end"
    public static let memberships = "/memberships"
    static let organisations = "/organisations"
    /// The letters of a demo.
    static let outbox = "/outbox"

    /// Signing in, and then on to the path.
    static func signIn(then path: String) -> String { query(signIn, ["then": path]) }
    /// The same for whoever wanted to go nowhere.
    static func signIn(then path: ReturnPath?) -> String { path.map { signIn(then: $0.path) } ?? signIn }
    static func passwordResets(then path: ReturnPath?) -> String {
        query(passwordResets, ["then": path?.path])
    }
    static func registration(then path: String?) -> String { query(registration, ["then": path]) }
    static func addressCorrection(then path: String?) -> String { query(addressCorrection, ["then": path]) }
    static func mailbox(about news: MailboxNews, then path: String? = nil) -> String {
        query(mailbox, ["about": news.rawValue, "then": path])
    }
    /// Where an e-mail address is confirmed.
    public static func verification(_ link: String) -> String { "/verifications/\(link)" }
    /// Where a new password is set.
    public static func passwordReset(_ link: String) -> String { "\(passwordResets)/\(link)" }
    /// Whether the path holds a secret that lets somebody in: such a path is told to nobody else.
    static func holdsSecret(_ path: String) -> Bool {
        [verification(""), passwordReset(""), invitation("")].contains { path.hasPrefix($0) }
    }
    static func session(_ id: String) -> String { "\(account)/sessions/\(id)/end" }
    /// The organisations that a typed name finds, to choose from.
    static func memberships(matching name: String) -> String { query(memberships, ["query": name]) }
    /// A person's wish to belong to an organisation.
    static func membership(of person: PersonID, in organisation: OrganisationID) -> String {
        "\(memberships)/\(organisation)/people/\(person)/decision"
    }
    /// Who belongs to the organisation.
    static func members(of organisation: OrganisationID) -> String { "\(memberships)/\(organisation)" }
    /// Taking back one's own claim to the organisation.
    static func withdrawal(from organisation: OrganisationID) -> String {
        "\(members(of: organisation))/withdrawal"
    }
    /// Leaving the organisation, or taking somebody out of it.
    static func membershipEnd(of person: PersonID, in organisation: OrganisationID) -> String {
        "\(members(of: organisation))/people/\(person)/end"
    }
    /// Becoming one of the demo's people.
    static func persona(_ key: String) -> String { "/personas/\(key)" }
    static func outboxLetter(_ id: UUID) -> String { "\(outbox)/\(id.text)" }
}

/// Why somebody is told to look into the mailbox.
public enum MailboxNews: String, CaseIterable, Sendable {
    /// An account has been asked for.
    case registration
    /// Somebody wanted to sign in before the address was confirmed.
    case verification
    /// A new password has been asked for.
    case reset
}
