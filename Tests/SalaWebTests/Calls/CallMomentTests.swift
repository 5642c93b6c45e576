import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("Moments of a call, and texts on its pages")
struct CallMomentTests {
    @Test(
        "the closing second is still in, the next is out",
        arguments: [
            ("2026-07-12T08:29:59+07:00", CallMoment.upcoming), ("2026-07-12T08:30:00+07:00", .open),
            ("2026-07-31T23:59:59.999+07:00", .open), ("2026-08-01T00:00:00+07:00", .closed),
        ])
    func moments(time: String, moment: CallMoment) throws {
        let period = Period(
            opens: try #require(Instant(iso: "2026-07-12T08:30:00+07:00")),
            closes: Instant(iso: "2026-07-31T23:59:59+07:00"))
        #expect(CallMoment(period, at: try #require(Instant(iso: time))) == moment)
    }

    @Test("a call without an end is open for ever")
    func endless() {
        let period = Period(opens: CallSite.start, closes: nil)
        #expect(CallMoment(period, at: Instant(iso: "2999-01-01T00:00:00Z")!) == .open)
    }

    @Test("a summary is cut at a space where one is near, else where it must be")
    func shortening() {
        #expect("short".shortened(to: 10) == "short")
        #expect("one two three four".shortened(to: 10) == "one two…")
        #expect("ยาวมากไม่มีเว้นวรรค".shortened(to: 6) == String("ยาวมากไม่มีเว้นวรรค".prefix(6)) + "…")
    }

    @Test(
        "only what is nothing but a safe web address becomes a link",
        arguments: [
            ("https://a.example/x?y=1", true), ("http://a.example", false), ("javascript:alert(1)", false),
            ("https://a.example and more", false), ("see https://a.example", false), ("", false),
        ])
    func links(text: String, isLink: Bool) {
        #expect(text.isWebAddress == isLink)
    }

    @Test("a number becomes one part of an address whatever stands in it")
    func entryAddress() {
        #expect(Paths.registerEntry("DL-2564-0001", in: "c") == "/register/c/DL-2564-0001")
        #expect(Paths.registerEntry("12/2569 ก", in: "c") == "/register/c/12%2F2569%20%E0%B8%81")
    }

    @Test("a register's filter is read from its address and written back, nonsense passed over")
    func query() {
        let address = "/register/c?query=%E0%B8%99%E0%B9%89%E0%B8%B3&facet-field=health&page=2"
        let query = RegisterQuery(path: address)
        #expect(query.filter.text == "น้ำ" && query.filter.facets == ["field": "health"])
        #expect(query.url(of: "c") == address)
        #expect(
            query.changing { $0.facets = [:] }.url(of: "c") == "/register/c?query=%E0%B8%99%E0%B9%89%E0%B8%B3"
        )
        #expect(RegisterQuery(path: "/register/c?stage=draft&page=-1&order=x").url(of: "c") == "/register/c")
    }
}
