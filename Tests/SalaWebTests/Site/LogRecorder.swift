import Logging
import Synchronization

/// Everything that a logger is told, a line each.
final class LogRecorder: LogHandler, Sendable {
    private let told = Mutex<[String]>([])

    var lines: [String] { told.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let words = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted()
        told.withLock { $0.append("\(event.level) \(event.message) \(words.joined(separator: " "))") }
    }
}
