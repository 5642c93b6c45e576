public import Foundation
public import SalaEngine

extension Paths {
    public static let signIn = "/sign-in"
    public static let signOut = "/sign-out"
    public static let registration = "/registration"
    /// Tells people to look into their mailbox.
    public static let mailbox = "/mailbox"
    public static let passwordResets = "/password-resets"
    public static let account = "/account"
    public static let password = "/account/password"
    public static let otherSessions = "/account/other-sessions/end"
    public static let memberships = "/memberships"
    public static let organisations = "/organisations"
    /// The letters of a demo.
    public static let outbox = "/outbox"

    /// Signing in, and then on to the path.
    public static func signIn(then path: String) -> String { query(signIn, ["then": path]) }
    public static func registration(then path: String?) -> String { query(registration, ["then": path]) }
    public static func mailbox(about news: MailboxNews, then path: String? = nil) -> String {
        query(mailbox, ["about": news.rawValue, "then": path])
    }
    public static func verification(_ link: String) -> String { "/verifications/\(link)" }
    public static func passwordReset(_ link: String) -> String { "\(passwordResets)/\(link)" }
    public static func session(_ id: String) -> String { "\(account)/sessions/\(id)/end" }
    /// The organisations that a typed name finds, to choose from.
    public static func memberships(matching name: String) -> String { query(memberships, ["query": name]) }
    /// A person's wish to belong to an organisation.
    public static func membership(of person: PersonID, in organisation: OrganisationID) -> String {
        "\(memberships)/\(organisation)/people/\(person)/decision"
    }
    /// Becoming one of the demo's people.
    public static func persona(_ key: String) -> String { "/personas/\(key)" }
    public static func outboxLetter(_ id: UUID) -> String { "\(outbox)/\(id.uuidString.lowercased())" }
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
