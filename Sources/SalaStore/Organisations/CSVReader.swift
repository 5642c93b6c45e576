/// Takes the bytes of a CSV file apart, which are known to be UTF-8.
struct CSVReader {
    private static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    private static let feed: UInt8 = 0x0A
    private static let carriage: UInt8 = 0x0D

    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private var position: Int
    private var line = 1

    init(bytes: ArraySlice<UInt8>, separator: UInt8 = CSVReader.comma) {
        self.bytes = bytes
        self.separator = separator
        position = bytes.startIndex
    }

    /// The next record that is not blank; nil at the end.
    mutating func next() throws(CSV.SyntaxFault) -> CSV.Record? {
        while position < bytes.endIndex {
            let start = line
            let fields = try record()
            if fields != [""] { return CSV.Record(line: start, fields: fields) }
        }
        return nil
    }

    /// Goes on behind the line that could not be read.
    mutating func skipLine() {
        while position < bytes.endIndex, bytes[position] != CSVReader.feed,
            bytes[position] != CSVReader.carriage
        {
            position += 1
        }
        if position < bytes.endIndex { endLine() }
    }

    private mutating func record() throws(CSV.SyntaxFault) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard position < bytes.endIndex else { return fields }
            if bytes[position] == separator {
                position += 1
            } else {
                endLine()
                return fields
            }
        }
    }

    /// Leaves the position at the separator or the end of line behind the field.
    private mutating func field() throws(CSV.SyntaxFault) -> String {
        if position < bytes.endIndex, bytes[position] == CSVReader.quote { return try quotedField() }
        let start = position
        while position < bytes.endIndex, !isEnd(bytes[position]) {
            if bytes[position] == CSVReader.quote { throw CSV.SyntaxFault(line: line, kind: .strayQuote) }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedField() throws(CSV.SyntaxFault) -> String {
        let start = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == CSVReader.quote {
                position += 1
                guard position < bytes.endIndex, bytes[position] == CSVReader.quote else {
                    if position < bytes.endIndex, !isEnd(bytes[position]) {
                        throw CSV.SyntaxFault(line: line, kind: .strayQuote)
                    }
                    return String(decoding: content, as: UTF8.self)
                }
            } else if byte == CSVReader.feed {
                line += 1
            }
            content.append(byte)
            position += 1
        }
        throw CSV.SyntaxFault(line: start, kind: .openQuote)
    }

    private mutating func endLine() {
        if bytes[position] == CSVReader.carriage, position + 1 < bytes.endIndex,
            bytes[position + 1] == CSVReader.feed
        {
            position += 1
        }
        position += 1
        line += 1
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == CSVReader.feed || byte == CSVReader.carriage
    }
}
