public import SalaEngine

/// How the letters about accounts, memberships, calls and judging get their words and their links: those
/// that no programme writes.
public struct AccountLetters: Sendable {
    /// The letters that accounts, memberships, calls and judging cause.
    public enum Name: String, CaseIterable, Sendable {
        case verifyEmail = "verify-email"
        case resetPassword = "reset-password"
        case alreadyRegistered = "already-registered"
        case membershipReceived = "membership-received"
        case membershipWaiting = "membership-waiting"
        case membershipApproved = "membership-approved"
        case membershipRefused = "membership-refused"
        case membershipEnded = "membership-ended"
        case roleGranted = "role-granted"
        case callExtended = "call-extended"
        case callEndSet = "call-end-set"
        case reviewsAsked = "reviews-asked"
        case judgesMissing = "judges-missing"
        case reviewsTakenOff = "reviews-taken-off"
        case invitation
        case lateAccessGranted = "late-access-granted"
        case lateAccessWithdrawn = "late-access-withdrawn"
        case reviewReopened = "review-reopened"
        case reviewsAdjusted = "reviews-adjusted"
        case conflictFound = "conflict-found"

        /// Those whose link lets in whoever has it.
        static let withSecret: [Name] = [.verifyEmail, .resetPassword, .invitation]

        /// The fields that its template may name; `link` is always a whole address.
        ///
        /// Who asks for an account under someone's address chooses the name: a letter to an address that is
        /// not confirmed must not carry it.
        public var fields: Set<String> {
            switch self {
            case .verifyEmail: ["link"]
            case .resetPassword, .alreadyRegistered: ["link", "person"]
            case .membershipReceived: ["link", "person", "organisation"]
            case .membershipApproved: ["link", "person", "organisation", "calls"]
            case .membershipWaiting: ["link", "person", "organisation", "claimant", "email"]
            case .membershipRefused, .membershipEnded: ["link", "person", "organisation", "reason"]
            case .roleGranted: ["link", "person", "organisation", "role", "call"]
            case .invitation: ["link", "inviter", "organisation", "call", "closes"]
            case .lateAccessWithdrawn: ["link", "person", "organisation", "call"]
            case .callExtended, .callEndSet, .lateAccessGranted:
                ["link", "person", "organisation", "call", "closes", "reason"]
            case .reviewsAsked: ["link", "person", "organisation", "call", "round", "count", "due"]
            case .judgesMissing:
                ["link", "person", "organisation", "call", "round", "number", "missing", "count"]
            case .reviewReopened:
                ["link", "person", "organisation", "call", "round", "number", "reason"]
            case .reviewsAdjusted: ["link", "person", "organisation", "call", "round", "count", "conflict"]
            case .conflictFound:
                [
                    "link", "person", "organisation", "call", "round", "number", "judge", "filer", "province",
                ]
            case .reviewsTakenOff: ["link", "person", "organisation", "call", "role", "count"]
            }
        }
    }

    let link: @Sendable (Name, String?) -> String
    let write: @Sendable (Name, Language, [String: String]) throws -> WrittenLetter

    /// - Parameters:
    ///   - link: the address of the page that a letter leads to, with the secret in it where there is one.
    ///   - write: the words of a letter from its fields.
    public init(
        link: @escaping @Sendable (Name, _ secret: String?) -> String,
        write: @escaping @Sendable (Name, Language, [String: String]) throws -> WrittenLetter
    ) {
        self.link = link
        self.write = write
    }

    func letter(
        _ name: Name, to addressee: Addressee, link: String? = nil, secret: String? = nil,
        then: String? = nil, organisation: String? = nil, also more: [String: String] = [:]
    ) throws -> WrittenLetter {
        let onward = then.map { "?then=\($0)" } ?? ""
        let known = [
            "link": link ?? self.link(name, secret) + onward, "person": addressee.name,
            "organisation": organisation ?? "",
        ].merging(more) { own, _ in own }
        return try write(name, addressee.language, known.filter { name.fields.contains($0.key) })
    }
}
