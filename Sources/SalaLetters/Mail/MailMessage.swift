import Foundation
import SalaEngine
public import SalaThai

/// A letter as an RFC 5322 message to one reader. The same letter, id and date give the same octets.
public struct MailMessage: Equatable, Sendable {
    public let from: Mailbox
    public let to: Mailbox
    /// The whole message: lines end in CRLF, none is longer than 998 octets, and all is ASCII unless an
    /// address has other letters before its `@`.
    public let source: String

    /// The id is the Message-ID without its angle brackets; a letter that is sent again keeps it, so that
    /// mail programs show it once. Throws where a header would hold a line break.
    public init(from: Mailbox, to: Mailbox, letter: Letter, id: String, date: Instant) throws(MailFault) {
        guard MailMessage.isIdentifier(id) else { throw .identifier(id) }
        let headers = [
            try MailHeader("From", mailbox: from),
            try MailHeader("To", mailbox: to),
            try MailHeader("Subject", text: letter.subject),
            try MailHeader("Date", text: MailMessage.written(date)),
        ]
        let lines =
            headers.flatMap(\.lines) + [
                "Message-ID: <\(id)>",
                "MIME-Version: 1.0",
                "Auto-Submitted: auto-generated",
                "Content-Language: \(letter.language.rawValue)",
                "Content-Type: multipart/alternative; boundary=\"\(MailMessage.boundary)\"",
                "",
                "--\(MailMessage.boundary)",
                MailMessage.part("text/plain", letter.body),
                "--\(MailMessage.boundary)",
                MailMessage.part("text/html", letter.html),
                "--\(MailMessage.boundary)--",
                "",
            ]
        self.from = from
        self.to = to
        source = lines.joined(separator: "\r\n")
    }

    /// No line of base64 begins with a hyphen, so that this can never stand inside a part.
    private static let boundary = "=_sala_alternative"

    private static func part(_ type: String, _ text: String) -> String {
        let canonical = text.replacing("\n", with: "\r\n")
        let encoded = Data(canonical.utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return """
            Content-Type: \(type); charset=utf-8\r
            Content-Transfer-Encoding: base64\r
            \r
            \(encoded)
            """
    }

    private static func isIdentifier(_ id: String) -> Bool {
        let isPlain = id.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && id.utf8.count <= 250 && MailAddress(id) != nil
    }

    /// RFC 5322 section 3.3, in Thailand's time, which has had no summer time since 1920.
    private static func written(_ date: Instant) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
        let seconds = (Double(date.microseconds) / 1_000_000).rounded(.down)
        let parts = calendar.dateComponents(
            [.weekday, .day, .month, .year, .hour, .minute, .second],
            from: Date(timeIntervalSince1970: seconds))
        guard let weekday = parts.weekday, let day = parts.day, let month = parts.month,
            let year = parts.year, let hour = parts.hour, let minute = parts.minute, let second = parts.second
        else { preconditionFailure("a calendar gives the parts that it is asked for") }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(days[weekday - 1]), \(day) \(months[month - 1]) \(year) \(clock) +0700"
    }
}
