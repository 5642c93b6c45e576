public import Foundation

extension UUID {
    /// Nil unless the text is a UUID in hexadecimal with hyphens, in either case.
    ///
    /// Ids are read and written many times in each act; Foundation does both by `scanf` and `printf`, which
    /// took a fifth of the time that filing takes.
    public init?(text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var index = 0
        while index < 36 {
            if Self.hyphens.contains(index) {
                guard characters[index] == UInt8(ascii: "-") else { return nil }
                index += 1
            }
            guard let high = Self.value(characters[index]), let low = Self.value(characters[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
            index += 2
        }
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// Lower-case hexadecimal with hyphens, 36 characters.
    public var text: String {
        var characters: [UInt8] = []
        characters.reserveCapacity(36)
        withUnsafeBytes(of: uuid) { bytes in
            for byte in bytes {
                if Self.hyphens.contains(characters.count) { characters.append(UInt8(ascii: "-")) }
                characters.append(Self.digit(byte >> 4))
                characters.append(Self.digit(byte & 15))
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Where the hyphens stand.
    private static let hyphens = [8, 13, 18, 23]

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
