/// Why a message was not taken, and whether that is the message's doing.
public struct DeliveryFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// What stood in the way.
    public enum Cause: String, CaseIterable, Sendable {
        /// No connection, or it broke.
        case unreachable
        case timedOut
        /// TLS was required and could not be had, or the certificate was not good.
        case insecure
        /// The server does not take this office's name and password, or wants one.
        case loginRefused
        /// The server serves nobody now, or not this office.
        case serverRefused
        /// The server said no to this recipient or text.
        case messageRefused
    }

    public let cause: Cause
    /// The server's last reply code (RFC 5321 section 4.2), where it had replied.
    public let code: Int?
    /// In the server's words or the library's, for the operator.
    public let reason: String

    public init(cause: Cause, code: Int?, reason: String) {
        self.cause = cause
        self.code = code
        self.reason = reason
    }

    /// Any other message would have met it too: it says nothing about this one.
    public var isOfServer: Bool { cause != .messageRefused }

    /// A message that meets a permanent fault is not sent again.
    public var isPermanent: Bool { !isOfServer && code.map { $0 >= 500 } == true }

    public var description: String {
        let word = isPermanent ? "permanent" : "temporary"
        return "\(word), \(cause.rawValue)\(code.map { ", \($0)" } ?? ""): \(reason)"
    }
}
