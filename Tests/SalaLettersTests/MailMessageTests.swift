import Foundation
import SalaEngine
import SalaLetters
import SalaThai
import Testing

@Suite("A mail message")
struct MailMessageTests {
    private let office = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) กลุ่มงานประกวดนวัตกรรมท้องถิ่น"

    private func message(
        name: String? = "Sala", subject: String = "Hello", id: String = "1@sala.example", seconds: Int64 = 0
    ) throws -> MailMessage {
        let from = try #require(MailAddress("no-reply@sala.example"))
        let to = try #require(MailAddress("reader@example.com"))
        return try MailMessage(
            from: Mailbox(name: name, address: from), to: Mailbox(address: to),
            letter: Letter(language: .thai, subject: subject, body: "ก"), id: id,
            date: Instant(seconds: seconds))
    }

    private func lines(_ message: MailMessage) -> [String] {
        message.source.components(separatedBy: "\r\n")
    }

    @Test("writes short ASCII as it is, with every header once")
    func plain() throws {
        #expect(
            try lines(message()).prefix(11) == [
                "From: \"Sala\" <no-reply@sala.example>", "To: <reader@example.com>", "Subject: Hello",
                "Date: Thu, 1 Jan 1970 07:00:00 +0700", "Message-ID: <1@sala.example>", "MIME-Version: 1.0",
                "Auto-Submitted: auto-generated", "Content-Language: th",
                "Content-Type: multipart/alternative; boundary=\"=_sala_alternative\"", "",
                "--=_sala_alternative",
            ])
    }

    @Test("dates by Thailand's clock")
    func date() throws {
        // date -d @1719853201 in Asia/Bangkok
        #expect(try lines(message(seconds: 1_719_853_201)).contains("Date: Tue, 2 Jul 2024 00:00:01 +0700"))
    }

    @Test("encodes a short Thai subject as RFC 2047 says")
    func encoded() throws {
        // base64 of the UTF-8 of ศาลา
        #expect(try lines(message(subject: "ศาลา")).contains("Subject: =?UTF-8?B?4Lio4Liy4Lil4Liy?="))
    }

    @Test("folds long Thai headers at 75 octets, each word a whole text with its vowels and tone marks")
    func folding() throws {
        let all = try lines(message(name: office, subject: office + office))
        let header = all.prefix { !$0.isEmpty }
        #expect(header.allSatisfy { $0.utf8.count <= 75 })
        let words = header.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("=?UTF-8?B?") }
        #expect(words.allSatisfy { $0.hasSuffix("?=") })
        #expect(words.count > 8)
        let marks = CharacterSet.nonBaseCharacters
        for word in words {
            let octets = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            let text = try #require(String(data: octets, encoding: .utf8))
            #expect(!marks.contains(try #require(text.unicodeScalars.first)), "\(text) begins with a mark")
        }
    }

    @Test("quotes what would end a name, and encodes what looks like an encoded word")
    func specials() throws {
        #expect(
            try lines(message(name: "A \"B\" \\ <c@d>, E"))[0]
                == #"From: "A \"B\" \\ <c@d>, E" <no-reply@sala.example>"#)
        let subject = "=?UTF-8?B?4Lio?="
        #expect(try !lines(message(subject: subject)).contains("Subject: " + subject))
    }

    @Test(
        "refuses a line break or control character in a header",
        arguments: [
            "\r\n", "\n", "\r", "\0", "\u{2028}",
        ])
    func injection(mark: String) throws {
        #expect(throws: MailFault.controlCharacter(header: "From")) {
            try message(name: "Sala\(mark)Bcc: all@example.com")
        }
        let id = "1@sala.example>\(mark)Bcc: <all@example.com"
        #expect(throws: MailFault.identifier(id)) { try message(id: id) }
        let subject = try message(subject: "Hello\(mark)Bcc: all@example.com")
        #expect(!lines(subject).contains { $0.hasPrefix("Bcc") })
    }

    @Test("has no line over 998 octets and none that begins with a dot, whatever the body is")
    func longLines() throws {
        let address = try #require(MailAddress("reader@example.com"))
        let body = String(repeating: "ยาวมาก", count: 5_000) + "\n.\n..ก\nFrom here"
        let message = try MailMessage(
            from: Mailbox(address: address), to: Mailbox(address: address),
            letter: Letter(language: .thai, subject: "ก", body: body), id: "1@sala.example",
            date: Instant(seconds: 0))
        #expect(message.source.utf8.allSatisfy { $0 < 128 })
        #expect(lines(message).allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") })
        #expect(!message.source.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
    }

    @Test("gives the same octets for the same letter, id and date")
    func stable() throws {
        #expect(try message(subject: office) == message(subject: office))
    }
}
