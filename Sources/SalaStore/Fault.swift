import SalaDatabase

/// Something that ought not to happen: it is logged with the request, and people get a plain page.
public enum Fault: Error, Equatable {
    /// A row that others point at is not there.
    case missing(String)
    /// A stored value does not read as what it was written as.
    case unreadable(String)
    /// The folder for files cannot be written.
    case files(String)
    /// What is recorded of that submission does not agree with the chain of its events.
    case tampered(String)
}

extension Fault {
    /// Whether another try later may well succeed: the database is locked, or its disk is full until somebody
    /// makes room.
    public static func isPassing(_ error: any Error) -> Bool {
        switch error as? DatabaseFault {
        case .busy, .full: true
        default: false
        }
    }
}
