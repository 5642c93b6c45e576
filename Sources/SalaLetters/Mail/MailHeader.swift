import SalaEngine

/// One header of a message, folded at 75 octets a line and without the line break that ends it.
struct MailHeader {
    let lines: [String]

    /// RFC 2047 allows 76 octets for a line that holds an encoded word; one less leaves room for every
    /// reader.
    static let width = 75

    /// Free text; encoded words (RFC 2047) where it is not short printable ASCII.
    init(_ name: String, text: String) throws(MailFault) {
        try Self.refuseControls(in: text, of: name)
        let plain = "\(name): \(text)"
        if plain.utf8.count <= Self.width, Self.isPrintable(text), !text.contains("=?") {
            lines = [plain]
        } else {
            lines = Self.encoded(text, after: "\(name): ")
        }
    }

    /// A name and an address (RFC 5322 section 3.4).
    init(_ name: String, mailbox: Mailbox) throws(MailFault) {
        let address = "<\(mailbox.address.wire)>"
        guard let person = mailbox.name, !person.isEmpty else {
            lines = ["\(name): \(address)"]
            return
        }
        try Self.refuseControls(in: person, of: name)
        let quoted = person.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var lines = ["\(name): \"\(quoted)\""]
        if !Self.isPrintable(person) || lines[0].utf8.count > Self.width || person.contains("=?") {
            lines = Self.encoded(person, after: "\(name): ")
        }
        let last = lines[lines.count - 1] + " " + address
        if last.utf8.count <= Self.width {
            lines[lines.count - 1] = last
        } else {
            lines.append(" " + address)
        }
        self.lines = lines
    }

    private static func encoded(_ text: String, after start: String) -> [String] {
        let words = EncodedWord.split(text, first: width - start.utf8.count, next: width - 1)
        return words.enumerated().map { $0 == 0 ? start + $1 : " " + $1 }
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func refuseControls(in text: String, of name: String) throws(MailFault) {
        let breaks = text.unicodeScalars.contains { scalar in
            [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        if breaks { throw .controlCharacter(header: name) }
    }
}
