import NIOCore
import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("Kept pages")
struct KeptPageTests {
    private static let now = Instant(seconds: 1_700_000_000)

    private func page(_ text: String, version: Int = 1, lasting seconds: Int64 = 60) -> KeptPage {
        KeptPage(
            body: ByteBuffer(string: text), tag: "", subject: .calls, version: version,
            lasting: Self.now..<Self.now.adding(seconds: seconds))
    }

    private func key(_ path: String, _ language: Language = .thai) -> KeptPages.Key {
        KeptPages.Key(path: path, language: language)
    }

    private func text(
        _ pages: KeptPages, _ key: KeptPages.Key, version: Int = 1, at now: Instant = now
    ) -> String? {
        guard let page = pages.page(key), page.holds(version, at: now) else { return nil }
        return String(buffer: page.body)
    }

    @Test("are found under their address and language, at their version and in their time, and else not")
    func finding() {
        let pages = KeptPages(limit: 1000)
        pages.keep(page("thai"), under: key("/a"))
        #expect(text(pages, key("/a")) == "thai")
        #expect(text(pages, key("/a", .english)) == nil)
        #expect(text(pages, key("/a?b")) == nil)
        #expect(text(pages, key("/a"), version: 2) == nil)
        #expect(text(pages, key("/a"), version: 0) == nil)
        #expect(text(pages, key("/a"), at: Self.now.adding(seconds: 59)) == "thai")
        #expect(text(pages, key("/a"), at: Self.now.adding(seconds: 60)) == nil)
        #expect(text(pages, key("/a"), at: Self.now.adding(seconds: -1)) == nil)
        pages.keep(page("newer", version: 2), under: key("/a"))
        #expect(text(pages, key("/a"), version: 2) == "newer")
        #expect(text(pages, key("/a")) == nil)
    }

    @Test("take no more room than they may, and those go first that were asked for longest ago")
    func room() {
        let pages = KeptPages(limit: 100)
        let twenty = String(repeating: "x", count: 18)
        for name in ["/1", "/2", "/3", "/4", "/5"] { pages.keep(page(twenty), under: key(name)) }
        #expect(pages.bytes == 100)
        #expect(text(pages, key("/1")) != nil)
        pages.keep(page(twenty), under: key("/6"))
        #expect(pages.bytes == 100)
        #expect(text(pages, key("/1")) != nil && text(pages, key("/2")) == nil)
        pages.keep(page("short"), under: key("/1"))
        #expect(pages.bytes == 87)
        pages.keep(page(String(repeating: "x", count: 24)), under: key("/7"))
        #expect(text(pages, key("/7")) == nil && pages.bytes == 87)
        for number in 10..<90 {
            pages.keep(page(twenty), under: key("/\(number)"))
            #expect(pages.bytes <= 100)
        }
    }
}
