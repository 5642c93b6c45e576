import HTTPTypes
import SalaEngine

extension InvitationRefusal {
    /// The HTTP status that the refusal deserves.
    var status: HTTPResponse.Status {
        switch self {
        case .partInCall, .anotherAddress: .forbidden
        case .badAddress: .unprocessableContent
        case .alreadyMember, .alreadyInvited, .tooMany, .notDraft, .spent, .notJoined: .conflict
        }
    }
}

extension LateAccessRefusal {
    /// The HTTP status that the refusal deserves.
    var status: HTTPResponse.Status {
        switch self {
        case .ownOffice, .ownOrganisation: .forbidden
        case .stillOpen, .withoutEnd, .notForeseen, .alreadyDecided, .alreadyGranted, .tooMany, .none:
            .conflict
        }
    }
}
