@testable import SalaStore
import Testing

@Suite("CSV")
struct CSVTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSV.records(Array(text.utf8)).map(\.fields)
    }

    private func fault(_ bytes: [UInt8]) -> CSV.SyntaxFault? {
        do {
            _ = try CSV.records(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("Lines end in CR LF, LF or CR, and the last in nothing; blank lines do not count")
    func lines() throws {
        #expect(try fields("a,b\r\nc,d\ne,f\rg,h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
        #expect(try fields("\r\na,b\n\n\n") == [["a", "b"]])
        #expect(try fields("") == [])
        #expect(try fields(",\n") == [["", ""]])
        #expect(try fields("a,") == [["a", ""]])
    }

    @Test("Quoted fields hold commas, quotation marks and ends of lines")
    func quotes() throws {
        #expect(
            try fields("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\",\"\"\nx") == [
                ["a,b", "say \"no\"", "two\r\nlines", ""], ["x"],
            ])
    }

    @Test("Records know the line of the file that they begin on")
    func lineNumbers() throws {
        let records = try CSV.records(Array("a\n\"b\nb\"\n\nc\r\nd".utf8))
        #expect(records.map(\.line) == [1, 2, 5, 6])
    }

    @Test("A byte order mark is no part of the first field")
    func byteOrderMark() throws {
        #expect(try fields("\u{FEFF}ชื่อ,\"b\"\n") == [["ชื่อ", "b"]])
        #expect(try fields("\u{FEFF}\"a\",b\n") == [["a", "b"]])
    }

    @Test("Quotation marks out of place are found on their line")
    func strayQuotes() {
        #expect(fault(Array("a,b\nc,d\"e\n".utf8)) == CSV.SyntaxFault(line: 2, kind: .strayQuote))
        #expect(fault(Array("a\n\"b\" c\n".utf8)) == CSV.SyntaxFault(line: 2, kind: .strayQuote))
        #expect(fault(Array("a\nb\n\"c\nd\n".utf8)) == CSV.SyntaxFault(line: 3, kind: .openQuote))
    }

    @Test("What is not UTF-8 is recognised")
    func encodings() {
        // เทศบาล in Windows-874 (code page table of the Unicode Consortium, CP874.TXT).
        let thai: [UInt8] = [0xE0, 0xB7, 0xC8, 0xBA, 0xD2, 0xC5]
        #expect(fault(Array("code\n".utf8) + thai) == CSV.SyntaxFault(line: 2, kind: .notUTF8(.windows874)))
        #expect(fault([0xFF, 0xFE, 0x61, 0x00]) == CSV.SyntaxFault(line: 1, kind: .notUTF8(.utf16)))
        #expect(fault([0x61, 0x00, 0x2C, 0x00]) == CSV.SyntaxFault(line: 1, kind: .notUTF8(.utf16)))
        #expect(fault([0x50, 0x4B, 0x03, 0x04, 0x14]) == CSV.SyntaxFault(line: 1, kind: .notUTF8(.workbook)))
        // วัน in UTF-16 without a mark, as the Unicode charts number its letters.
        #expect(
            fault([0x27, 0x0E, 0x31, 0x0E, 0x19, 0x0E, 0x2C, 0x00])?.kind == .notUTF8(.utf16))
        // How every PNG begins (RFC 2083, 3.1 and 11.2.1).
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48]
        #expect(fault(picture)?.kind == .notUTF8(.binary))
        // How a JPEG begins (ITU-T T.871, 10.1).
        let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01]
        #expect(fault(photo)?.kind == .notUTF8(.binary))
        #expect(fault([0x61, 0x0A, 0xFF, 0xFD]) == CSV.SyntaxFault(line: 2, kind: .notUTF8(.unknown)))
    }
}
