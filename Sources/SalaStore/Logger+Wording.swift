public import Logging
import SalaDatabase
import SalaEngine

extension Logger {
    /// What the log may be told of an error: what the database or Sala itself says of its own doing, else the
    /// error's type alone. What people typed stands in many errors, and never in the log.
    public static func words(for error: any Error) -> String {
        switch error {
        case let fault as DatabaseFault: fault.description
        case let fault as Fault: fault.description
        default: "\(type(of: error))"
        }
    }
}
