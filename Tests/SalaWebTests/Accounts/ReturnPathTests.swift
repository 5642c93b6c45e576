import Testing

@testable import SalaWeb

@Suite("Where signing in leads back to")
struct ReturnPathTests {
    @Test(
        "a path of this site is taken as it was written",
        arguments: [
            "/", "/following", "/submissions/0191/pages/team?check=1",
            "/calls/a%2Fb/submissions/new?lang=en&x=1",
            "/memberships?query=%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99#join", "/a//b",
            "/search?q=https://evil.example",
        ])
    func own(path: String) {
        #expect(ReturnPath(path)?.path == path)
    }

    @Test(
        "whatever a browser could take for another site's address is not",
        arguments: [
            "", "evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
            "/a\\..\\..//evil.example", "https:", "https://evil.example", "http:/evil.example",
            "javascript:alert(1)", "data:text/html,x", " /following", " //evil.example", "/\t/evil.example",
            "/\n/evil.example", "\t//evil.example", "/following\r\nSet-Cookie: a=b", "/\u{0}", "/บ้าน",
            "?then=/", "#join", "./following", "@evil.example", ":80/",
        ])
    func foreign(path: String) {
        #expect(ReturnPath(path) == nil)
    }

    @Test(
        "a path comes back from the word it becomes in a letter, which is letters, digits, - and _ alone",
        arguments: [
            "/", "/calls/a%2Fb/submissions/new?lang=en&x=1", "/?x=%3E~~~~???oooo",
            "/" + String(repeating: "a", count: 299),
        ])
    func word(path: String) throws {
        let word = try #require(ReturnPath(path)?.word)
        #expect(word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect(ReturnPath.behind(word)?.path == path)
        #expect(ReturnPath("/" + String(repeating: "a", count: 300))?.word == nil)
    }

    @Test("a path that is longer than any of this site's is not taken")
    func long() {
        #expect(ReturnPath("/" + String(repeating: "a", count: 2000)) == nil)
    }

    @Test(
        "a notice that was said once is not said again on the way back",
        arguments: [
            ("/?done=signed-out", "/"), ("/account?done=saved&lang=en", "/account?lang=en"),
            ("/x?done-action=pass&done-moved=2&stage=a", "/x?stage=a"),
            ("/desks?stage=a%26b&done=x", "/desks?stage=a%26b"), ("/x?undone=1", "/x?undone=1"),
        ])
    func notices(path: String, expected: String) {
        #expect(ReturnPath(path)?.path == expected)
    }
}
