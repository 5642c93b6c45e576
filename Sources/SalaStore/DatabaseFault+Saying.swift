public import SalaDatabase
public import SalaEngine

extension DatabaseFault: SayingError {
    /// What happened, and what who runs Sala can do about it.
    public var sentence: Sentence {
        switch self {
        case .busy: "somebody else holds the database: try again in a moment"
        case .full: "the database cannot be written: there is no room, or the disk refused"
        case .newer(let found, let known):
            "a later version of Sala has used this database (migration \(found), here \(known) are known): "
                + "start that version, or restore the copy from before it"
        case .older(let found, let known):
            "the database is not of this version of Sala (migration \(found), here \(known) are known): "
                + "start `sala serve` of this version, which brings it up to date, and try again"
        case .unreadable(let message): "the database cannot be opened: \(message)"
        case .noFile(let path): "there is no database \(path): `sala serve` makes one"
        case .noFolder(let path): "there is no folder \(path) for the database: make it first"
        case .unwritable(let path): "\(path) cannot be written"
        case .address: "no database has this address: write sqlite:///absolute/path or sqlite::memory:"
        case .constraint(let message): "the database refused a change: \(message)"
        case .other(let code, let message): "the database failed (\(code)): \(message)"
        }
    }
}
