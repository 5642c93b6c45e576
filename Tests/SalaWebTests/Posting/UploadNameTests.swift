import SalaWeb
import Testing

@Suite("Names of uploaded files")
struct UploadNameTests {
    @Test(
        "a name is what remains without paths and what cannot be seen",
        arguments: [
            ("ภาพถ่าย น้ำท่วม ๑.jpg", "ภาพถ่าย น้ำท่วม ๑.jpg"), ("100%25.txt", "100%25.txt"),
            ("C:\\Users\\demo\\แผน.pdf", "แผน.pdf"), ("../../etc/passwd", "passwd"), ("a/b\\c/", "c"),
            ("..", "file"), ("", "file"), ("/", "file"), (" \t ", "file"), (" a.txt ", "a.txt"),
            (".hidden", ".hidden"), ("a\r\nb\0c\u{7F}\u{85}.txt", "abc.txt"), ("a\u{2028}b", "ab"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"), ("\u{2066}a\u{2069}\u{200F}\u{FEFF}", "a"),
            ("e\u{301}.txt", "\u{E9}.txt"),
        ])
    func cleaning(sent: String, name: String) {
        // Strings compare as canonically equivalent; their scalars do not.
        #expect(Array(Upload.name(sentAs: sent).unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test("Thai marks stay, as many as were sent")
    func thaiMarks() {
        let name = "ที่ว่าการอำเภอ ซ้ำ ๆ ฯลฯ.docx"
        #expect(Array(Upload.name(sentAs: name).unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test("a long name is cut to 150 characters before its extension")
    func length() {
        let fits = String(repeating: "ที่", count: 146) + ".pdf"
        #expect(Upload.name(sentAs: fits) == fits)
        #expect(Upload.name(sentAs: "ก" + fits) == "ก" + String(repeating: "ที่", count: 145) + ".pdf")
        let plain = String(repeating: "ก", count: 200)
        #expect(Upload.name(sentAs: plain) == String(repeating: "ก", count: 150))
        #expect(Upload.name(sentAs: "a." + plain) == "a." + String(repeating: "ก", count: 148))
    }
}
