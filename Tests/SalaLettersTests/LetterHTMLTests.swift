import SalaEngine
import SalaLetters
import Testing

@Suite("A letter as HTML")
struct LetterHTMLTests {
    private func paragraphs(_ body: String) -> [Substring] {
        let html = Letter(language: .thai, subject: "ก", body: body).html
        return html.split(separator: "\n").filter { $0.hasPrefix("<p>") || $0.hasSuffix("</p>") }
    }

    private func link(_ address: String) -> String {
        "<a href=\"\(address)\" style=\"color:#0B5C5E\">\(address)</a>"
    }

    @Test("makes a paragraph of each block of lines and a break of each line")
    func blocks() {
        #expect(paragraphs("\nก\nข\n\n \nค\n") == ["<p>ก<br>", "ข</p>", "<p>ค</p>"])
    }

    @Test("names its language and escapes the subject and the text")
    func escaping() {
        let html = Letter(language: .english, subject: "<b>", body: "<script>'x' & \"y\"</script>").html
        #expect(html.contains("<html lang=\"en\">"))
        #expect(html.contains("<title>&lt;b&gt;</title>"))
        #expect(html.contains("<p>&lt;script&gt;&#39;x&#39; &amp; &quot;y&quot;&lt;/script&gt;</p>"))
    }

    @Test("makes a web address clickable and leaves the sentence's punctuation outside")
    func links() {
        #expect(
            paragraphs("ดู https://sala.example/a?b=c(d).") == [
                "<p>ดู \(link("https://sala.example/a?b=c(d)")).</p>"
            ])
        #expect(
            paragraphs("(http://sala.example/ก)และ https://a.example, ข") == [
                "<p>(\(link("http://sala.example/"))ก)และ \(link("https://a.example")), ข</p>"
            ])
    }

    @Test("escapes within a web address, and lets nothing else than http become one")
    func hostile() {
        #expect(
            paragraphs("https://a.example/?x=1&y='2\"onclick=z").first
                == "<p>\(link("https://a.example/?x=1&amp;y=&#39;2"))&quot;onclick=z</p>")
        #expect(
            paragraphs("javascript:alert(1) https:// ftp://a.example") == [
                "<p>javascript:alert(1) https:// ftp://a.example</p>"
            ])
    }
}
