import Foundation
public import SalaEngine

extension Fault: SayingError {
    /// What happened, for who runs Sala.
    public var sentence: Sentence {
        switch self {
        case .missing(let what): "a row is missing: \(what)"
        case .unreadable(let what): "what is stored cannot be read: \(what)"
        case .files(let why): "files cannot be written or read: \(why)"
        case .tampered(let what): "what is recorded does not agree with its events: \(what)"
        }
    }

    /// What the system said about a file, in its own words.
    static func files(_ error: any Error, at file: URL) -> Fault {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        return .files("\(file.path): \(cause.localizedDescription)")
    }
}
