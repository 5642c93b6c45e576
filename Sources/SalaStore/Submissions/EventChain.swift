import Crypto
import Foundation
import SalaDatabase
import SalaEngine
import SalaThai

/// The chain of one subject's events. Each hash covers the one before it and a salted commitment to what the
/// event says, so that a changed or missing event is found, and yet the words can be erased when the law asks
/// for it.
enum EventChain {
    /// What stands before a subject's first event.
    static let root = String(repeating: "0", count: 64)

    struct Link {
        var salt: String
        var commitment: String
        var hash: String
    }

    static func commitment(salt: String, body: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Data((salt + "\n" + body).utf8)))
    }

    static func hash(
        previous: String, subject: String, sequence: Int, at: Instant, actor: String?, kind: String,
        commitment: String
    ) -> String {
        let lines = [
            "sala-event-1", previous, subject, String(sequence), String(at.microseconds), actor ?? "clock",
            kind,
            commitment,
        ]
        return Hexadecimal.text(SHA256.hash(data: Data(lines.joined(separator: "\n").utf8)))
    }

    static func link(
        _ body: String, previous: String, subject: String, sequence: Int, at: Instant, actor: String?,
        kind: String
    ) -> Link {
        let salt = Hexadecimal.text((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let commitment = commitment(salt: salt, body: body)
        let hash = hash(
            previous: previous, subject: subject, sequence: sequence, at: at, actor: actor, kind: kind,
            commitment: commitment)
        return Link(salt: salt, commitment: commitment, hash: hash)
    }
}

/// The code on a receipt: the first 80 bits of an event's hash in Crockford's base 32, in four groups.
public enum ReceiptCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    /// Characters of a code without its hyphens.
    private static let length = 16

    static func code(ofHash hash: String) -> String {
        let nibbles = hash.prefix(20).map { $0.hexDigitValue ?? 0 }
        let bits = nibbles.flatMap { nibble in (0..<4).map { nibble >> (3 - $0) & 1 } }
        return String(
            stride(from: 0, to: bits.count, by: 5).map { start in
                alphabet[bits[start..<start + 5].reduce(0) { $0 << 1 | $1 }]
            })
    }

    /// `XXXX-XXXX-XXXX-XXXX`.
    public static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { start in
            String(code.dropFirst(start).prefix(4))
        }.joined(separator: "-")
    }

    /// Whether what was typed has as many characters as a code, and none that no code has.
    public static func isWhole(_ typed: String) -> Bool {
        let code = canonical(typed)
        return code.count == length && code.allSatisfy(alphabet.contains)
    }

    /// A code as people type it: any case and width, Thai digits, with or without dashes and spaces of every
    /// kind, O for 0, I and L for 1.
    public static func canonical(_ typed: String) -> String {
        let plain = Digits.ascii(typed.precomposedStringWithCompatibilityMapping).uppercased()
        var code = String.UnicodeScalarView()
        for scalar in plain.unicodeScalars where !scalar.isBetweenGroups {
            switch scalar {
            case "O": code.append("0")
            case "I", "L": code.append("1")
            default: code.append(scalar)
            }
        }
        return String(code)
    }
}

extension Unicode.Scalar {
    /// A dash, a minus sign, a space, or nothing that one sees.
    fileprivate var isBetweenGroups: Bool {
        switch properties.generalCategory {
        case .dashPunctuation, .spaceSeparator, .format, .control: true
        default: self == "\u{2212}" || properties.isWhitespace
        }
    }
}

extension Connection {
    /// Appends an event to its subject's chain and gives the chain's new head.
    func append<Body: Encodable>(
        _ event: Recorded<Body>, kind: String, subject: UUID, call: CallID, previous: String
    ) throws -> String {
        try append(event, kind: kind, subject: subject, under: call, previous: previous)
    }

    /// Appends an event to a chain that is kept under a call, or under an organisation.
    func append<Body: Encodable, Home>(
        _ event: Recorded<Body>, kind: String, subject: UUID, under home: Identifier<Home>, previous: String
    ) throws -> String {
        let body = try JSON.encode(event.body)
        let link = EventChain.link(
            body, previous: previous, subject: subject.text, sequence: event.sequence,
            at: event.at, actor: event.actor?.description, kind: kind)
        try execute(
            """
            insert into event
                (call_id, subject_id, sequence, at, actor_id, kind, body, salt, commitment, hash)
            values (\(home), \(subject), \(event.sequence), \(event.at), \(event.actor), \(kind), \(body),
                \(link.salt), \(link.commitment), \(link.hash))
            """)
        return link.hash
    }

    /// A subject's events in order.
    func events<Body: Decodable & Sendable>(
        of subject: UUID, call: CallID, as type: Body.Type
    ) throws -> [Recorded<Body>] {
        try events(of: subject, under: call, as: type)
    }

    /// A subject's events in order, from a chain that is kept under a call, or under an organisation.
    func events<Body: Decodable & Sendable, Home>(
        of subject: UUID, under home: Identifier<Home>, as type: Body.Type
    ) throws -> [Recorded<Body>] {
        let rows = try rows(
            """
            select sequence, at, actor_id, body from event
            where call_id = \(home) and subject_id = \(subject) order by sequence
            """)
        return try rows.map { row in
            Recorded(
                sequence: try row.get("sequence"), at: try row.instant("at"),
                actor: try row.optionalID("actor_id"),
                body: try row.json("body"))
        }
    }
}
