/// Comma-separated values (RFC 4180) in UTF-8.
public enum CSV {
    /// One record, with the line of the file that it begins on, from 1.
    public struct Record: Equatable, Sendable {
        public var line: Int
        public var fields: [String]
    }

    /// What makes the file no CSV, and on which line.
    public struct SyntaxFault: Error, Equatable, Sendable {
        /// What the file breaks of RFC 4180.
        public enum Kind: Equatable, Sendable {
            case notUTF8(Encoding)
            /// A quotation mark is never closed.
            case openQuote
            /// Something stands between a closing quotation mark and the next comma, or a mark within a plain
            /// field.
            case strayQuote
        }

        public var line: Int
        public var kind: Kind
    }

    /// What a file that is not UTF-8 seems to be.
    public enum Encoding: Equatable, Sendable {
        /// Thai on Windows, as Excel saves it unless told otherwise; TIS-620 is part of it.
        case windows874
        case utf16
        /// A workbook: an .xlsx file is a zip archive.
        case workbook
        /// No text at all, such as a picture.
        case binary
        case unknown
    }

    /// All records, the header among them; blank lines are left out, a byte order mark is ignored, lines may
    /// end in CR LF, LF or CR.
    public static func records(_ bytes: [UInt8]) throws(SyntaxFault) -> [Record] {
        var reader = try reader(bytes)
        var records: [Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    /// The records that can be read, and all that is wrong with the others; throws where the file is no text.
    /// Fields may stand between semicolons or tabs instead, as some spreadsheets write them, where the first
    /// line has such signs and no comma.
    public static func readableRecords(
        _ bytes: [UInt8]
    ) throws(SyntaxFault) -> (records: [Record], faults: [SyntaxFault]) {
        var reader = try reader(bytes, separator: separator(bytes))
        var (records, faults): ([Record], [SyntaxFault]) = ([], [])
        while true {
            do {
                guard let record = try reader.next() else { return (records, faults) }
                records.append(record)
            } catch {
                faults.append(error)
                reader.skipLine()
            }
        }
    }

    /// The same records one by one, for files too large to hold them all.
    public static func forEachRecord(_ bytes: [UInt8], _ visit: (Record) throws -> Void) throws {
        var reader = try reader(bytes)
        while let record = try reader.next() { try visit(record) }
    }

    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        let header = lines.first { $0 != [0xEF, 0xBB, 0xBF] } ?? []
        let signs = [CSVReader.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return signs.first { header.contains($0) } ?? CSVReader.comma
    }

    private static func reader(
        _ bytes: [UInt8], separator: UInt8 = CSVReader.comma
    ) throws(SyntaxFault) -> CSVReader {
        if let line = firstLineOutsideUTF8(bytes) {
            throw SyntaxFault(line: line, kind: .notUTF8(encoding(bytes)))
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return CSVReader(bytes: hasMark ? bytes.dropFirst(3) : bytes[...], separator: separator)
    }

    private static func firstLineOutsideUTF8(_ bytes: [UInt8]) -> Int? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return 1 }
        // A NUL is valid UTF-8, but stands in no text.
        guard String(validating: bytes, as: UTF8.self) == nil || bytes.contains(0) else { return nil }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) } ?? 0)
    }

    private static func encoding(_ bytes: [UInt8]) -> Encoding {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
            return isTextInUTF16(bytes) ? .utf16 : .binary
        }
        // The bytes of Thai letters in Windows-874, and its few punctuation marks.
        let isThai = bytes.allSatisfy { byte in
            switch byte {
            case 0x00..<0x80, 0x80, 0x85, 0x91...0x97, 0xA0...0xDA, 0xDF...0xFB: true
            default: false
            }
        }
        return isThai ? .windows874 : .unknown
    }

    /// Whether the bytes are letters and lines in UTF-16 of either order.
    private static func isTextInUTF16(_ bytes: [UInt8]) -> Bool {
        [(0, 1), (1, 0)].contains { low, high in
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
                UInt16(bytes[place + low]) | UInt16(bytes[place + high]) << 8
            }
            guard let text = String(validating: units, as: UTF16.self) else { return false }
            return text.unicodeScalars.allSatisfy { scalar in
                let category = scalar.properties.generalCategory
                return scalar.properties.isWhitespace || ![.control, .unassigned].contains(category)
            }
        }
    }
}
