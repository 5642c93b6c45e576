import HTTPTypes
import SalaEngine

extension MembershipRefusal {
    /// The HTTP status that the refusal deserves.
    var status: HTTPResponse.Status {
        switch self {
        case .notYoursToDecide, .ownClaim, .holdsOffice: .forbidden
        case .reasonMissing, .reasonTooLong, .unknownRole: .unprocessableContent
        case .alreadyMember, .alreadyClaimed, .tooManyClaims, .nothingToDecide, .notMember: .conflict
        }
    }

    /// The numbers that its sentence speaks of.
    var values: [String: String] {
        switch self {
        case .tooManyClaims(let limit), .reasonTooLong(let limit): ["limit": String(limit)]
        case .alreadyMember, .alreadyClaimed, .nothingToDecide, .notYoursToDecide, .ownClaim, .notMember,
            .holdsOffice, .reasonMissing, .unknownRole:
            [:]
        }
    }
}
