import SalaEngine
import SalaStore
import SalaThai
import Testing

@testable import SalaWeb

@Suite("The settings of a draft in two tabs")
struct StaleSettingsTests {
    private static let path = "/calls/draft-call/settings"
    private static let saved = [
        "title-th": "ร่าง", "title-en": "Draft", "opens-date": "12/7/2569", "opens-time": "8:30",
        "closes-date": "31/7/2569", "closes-time": "", "setting-prizes": "5", "weight-only-impact": "60",
        "weight-only-reach": "40", "contact": "",
    ]

    private static func with(_ body: @escaping @Sendable (CallSite) async throws -> Void) async throws {
        try await CallSite.with { office in
            let opened = try await office.officer.send(
                "/desks/calls", from: "/desks/calls/new",
                fields(["handle": "draft-call", "programme": "sample", "office": "\(CallSite.office)"]))
            try #require(opened.status == 303)
            try await body(office)
        }
    }

    private static func fields(_ changes: [String: String]) -> [(String, String)] {
        saved.merging(changes) { $1 }.map { ($0.key, $0.value) }
    }

    private static func settings(_ office: CallSite) async throws -> (prizes: Int?, contact: String?) {
        let call = try await office.site.store.call("draft-call", for: office.officerID).call
        return (call.settings.numbers["prizes"], call.settings.contact)
    }

    @Test("a field that was not changed on the page keeps what the other tab has saved, however it is typed")
    func kept() async throws {
        try await Self.with { office in
            let (first, second) = (
                try await office.officer.get(Self.path).html, try await office.officer.get(Self.path).html
            )
            let one = try await office.officer.confirm(
                first, at: Self.path, Self.fields(["setting-prizes": "7", "closes-date": "30 ก.ค. 2569"]))
            #expect(one.status == 303)
            let two = try await office.officer.confirm(
                second, at: Self.path,
                Self.fields([
                    "contact": "0 2000 0000", "setting-prizes": "๕", "opens-time": "08.30 น.",
                    "closes-time": "23:59",
                ]))
            #expect(two.status == 303)
            let settings = try await Self.settings(office)
            #expect(settings.prizes == 7 && settings.contact == "0 2000 0000")
            let call = try await office.site.store.call("draft-call", for: office.officerID).call
            #expect(call.period.closes == Instant(iso: "2026-07-30T23:59:59+07:00"))
        }
    }

    @Test("one that both changed comes back with both values; nothing is saved, and nothing typed is lost")
    func overtaken() async throws {
        try await Self.with { office in
            let stale = try await office.officer.get(Self.path).html
            let fresh = try await office.officer.get(Self.path).html
            _ = try await office.officer.confirm(
                fresh, at: Self.path,
                Self.fields(["setting-prizes": "7", "title-en": "Named", "contact": "0 2000 0000"]))
            let typed = Self.fields(["setting-prizes": "9", "title-en": "", "contact": ""])
            let answer = try await office.officer.confirm(stale, at: Self.path, typed)
            #expect(answer.status == 422)
            #expect(answer.html.contains("somebody saved “7” here") && answer.html.contains("value=\"9\""))
            #expect(answer.html.contains("somebody saved “Named” here"))
            #expect(answer.html.contains("value=\"0 2000 0000\""))
            #expect(answer.html.contains("href=\"#field-setting-prizes\""))
            #expect(try await Self.settings(office).prizes == 7)
            let mended = Self.fields([
                "setting-prizes": "9", "title-en": "Again", "contact": "0 2000 0000",
            ])
            let done = try await office.officer.confirm(answer.html, at: Self.path, mended)
            #expect(done.status == 303)
            let settings = try await Self.settings(office)
            #expect(settings.prizes == 9 && settings.contact == "0 2000 0000")
        }
    }

    @Test("the history tells each weight that was changed, from what to what")
    func weights() async throws {
        try await Self.with { office in
            _ = try await office.officer.send(
                Self.path, from: Self.path,
                Self.fields(["weight-only-impact": "70", "weight-only-reach": "30"]))
            let html = try await office.officer.get(Self.path).html
            #expect(html.contains("round.only – criterion.impact: 60% → 70%"))
            #expect(html.contains("round.only – criterion.reach: 40% → 30%"))
        }
    }

    @Test("publishing what was changed since the page was shown shows it anew, with what was changed by whom")
    func published() async throws {
        try await Self.with { office in
            let path = "/calls/draft-call/publication"
            let stale = try await office.officer.get(path).html
            _ = try await office.officer.send(
                Self.path, from: Self.path, Self.fields(["setting-prizes": "7"]))
            let refused = try await office.officer.confirm(stale, at: path)
            #expect(refused.status == 409)
            #expect(refused.html.contains("Something was changed after this page was opened"))
            #expect(refused.html.contains("setting.prizes: 5 → 7"))
            #expect(refused.html.contains("Settings changed · officer@office.example"))
            #expect(!refused.html.contains("Draft created"))
            let call = try await office.site.store.call("draft-call", for: office.officerID).call
            #expect(call.state == .draft)
            let done = try await office.officer.confirm(refused.html, at: path)
            #expect(done.status == 303)
            #expect(try await office.site.store.call("draft-call", for: nil).call.state == .published)
        }
    }
}
