/// Why a message was not taken, and whether the same message may be taken later.
public struct DeliveryFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// What stood in the way.
    public enum Cause: String, Sendable {
        /// No connection, or it broke.
        case unreachable
        case timedOut
        /// TLS was required and could not be had, or the certificate was not good.
        case insecure
        /// The server does not take this office's name and password, or wants one.
        case loginRefused
        /// The server said no to this sender, recipient or text.
        case messageRefused
    }

    public let cause: Cause
    /// A message that meets a permanent fault is not sent again.
    public let isPermanent: Bool
    /// The server's last reply code (RFC 5321 section 4.2), where it had replied.
    public let code: Int?
    /// In the server's words or the library's, for the operator.
    public let reason: String

    public init(cause: Cause, isPermanent: Bool, code: Int?, reason: String) {
        self.cause = cause
        self.isPermanent = isPermanent
        self.code = code
        self.reason = reason
    }

    public var description: String {
        let word = isPermanent ? "permanent" : "temporary"
        return "\(word), \(cause.rawValue)\(code.map { ", \($0)" } ?? ""): \(reason)"
    }
}
