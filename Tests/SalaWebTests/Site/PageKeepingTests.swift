import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("Public pages that are kept")
struct PageKeepingTests {
    private static let paths = [
        "/", Paths.registers, Paths.receipts, Paths.call(SiteFixture.call),
        Paths.criteria(of: SiteFixture.call),
        Paths.register(SiteFixture.call), "\(Paths.register(SiteFixture.call))?query=ผลงาน".encoded,
        Paths.call(SiteFixture.nextCall), Paths.call(SiteFixture.secretCall),
    ]

    private func look(
        _ client: any TestClientProtocol, _ path: String, _ language: Language = .thai,
        _ more: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = more
        headers[.cookie] = "__Host-sala-language=\(language.rawValue)"
        return try await client.executeRequest(uri: path, method: .get, headers: headers, body: nil)
    }

    /// Every page as the site shows it is the page that a site shows which has kept nothing.
    private func expectFresh(_ fixture: SiteFixture, after step: String) async throws {
        let site = try SiteFixture.site(fixture.store, fixture.clock, personas: nil)
        try await Application(router: SalaApplication.router(site), logger: site.logger).test(.router) {
            fresh in
            for path in Self.paths {
                for language in Language.allCases {
                    // The second time it is a kept one.
                    for _ in 0..<2 {
                        let shown = try await look(fixture.client, path, language)
                        let expected = try await look(fresh, path, language)
                        #expect(shown.status == expected.status, "\(path) after \(step)")
                        #expect(shown.html == expected.html, "\(path) after \(step)")
                    }
                }
            }
        }
    }

    @Test("every write is seen by the next who looks")
    func writes() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let store = fixture.store
            let officer = fixture.people[.officer]
            var before = try await look(fixture.client, Paths.call(SiteFixture.call)).html
            func expectSeen(_ step: String, changes: Bool = true, _ write: () async throws -> Void)
                async throws
            {
                try await expectFresh(fixture, after: "nothing before \(step)")
                try await write()
                try await expectFresh(fixture, after: step)
                let after = try await look(fixture.client, Paths.call(SiteFixture.call)).html
                #expect((after != before) == changes, "the call after \(step)")
                before = after
            }
            try await expectSeen("a filing") {
                try await fixture.fileDraft()
            }
            try await expectSeen("an extension of another call", changes: false) {
                let later = SiteFixture.time(12, 31, 23, 59, 59).adding(seconds: 86_400)
                try await store.decide(
                    .extend(to: later, reason: "น้ำท่วม"), on: SiteFixture.nextCall, by: officer,
                    at: SiteFixture.present)
            }
            try await expectSeen("another contact") {
                try await store.decide(
                    .changeContact("โทร. 0 2000 0000"), on: SiteFixture.call, by: officer,
                    at: SiteFixture.present)
            }
            try await expectSeen("a release") {
                try await store.release(SiteFixture.call, by: officer, at: SiteFixture.present)
            }
            try await expectSeen("a publication", changes: false) {
                try await store.decide(
                    .publish, on: SiteFixture.secretCall, by: officer, at: SiteFixture.present)
            }
            try await expectSeen("an office's new name") {
                try await store.database.write { connection in
                    try connection.execute("update organisation set name_th = name_th || ' (ใหม่)'")
                    try connection.execute("update organisation set name_en = name_en || ' (new)'")
                    try connection.raise([.organisations])
                }
            }
        }
    }

    @Test("a closing is seen in the second after the last one that is in, and every minute before it")
    func closing() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let closes = try #require(SiteFixture.period.closes)
            let path = Paths.call(SiteFixture.call)
            for seconds: Int64 in [-3 * 86_400, -7200, -3601, -3600, -61, -60, -59, -1, 0] {
                fixture.clock.move(to: closes.adding(seconds: seconds))
                try await expectFresh(fixture, after: "\(seconds) s")
                let open = try await look(fixture.client, path).html
                #expect(open.contains(Paths.newSubmission(under: SiteFixture.call)), "\(seconds) s")
            }
            fixture.clock.move(to: Instant(microseconds: closes.microseconds + 999_999))
            let last = try await look(fixture.client, path).html
            #expect(last.contains(Paths.newSubmission(under: SiteFixture.call)))
            fixture.clock.move(to: closes.adding(seconds: 1))
            let closed = try await look(fixture.client, path).html
            #expect(!closed.contains(Paths.newSubmission(under: SiteFixture.call)))
            try await expectFresh(fixture, after: "the closing")
        }
    }

    @Test("are shown to nobody who has signed in, and nobody's own page is kept")
    func own() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let entrant = try await fixture.guest(.entrant)
            let name = SitePeople.name(.entrant)
            for path in Self.paths.dropLast() {
                let first = try await entrant.get(path)
                let shared = try await look(fixture.client, path)
                let again = try await entrant.get(path)
                #expect(first.html.contains(name) && again.html.contains(name), "\(path)")
                #expect(!shared.html.contains(name) && !shared.html.contains("name=\"csrf\""), "\(path)")
                #expect(first.headers[.eTag] == nil && first.headers[.cacheControl] == "private, no-store")
            }
            let demo = try await look(fixture.demo, "/")
            let shared = try await look(fixture.client, "/")
            #expect(demo.headers[.eTag] == nil && demo.html != shared.html)
        }
    }

    @Test("are not sent again to a browser that has them")
    func tags() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let path = Paths.call(SiteFixture.call)
            let first = try await look(fixture.client, path)
            let tag = try #require(first.headers[.eTag])
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let again = try await look(fixture.client, path, .thai, [.ifNoneMatch: known])
                #expect(again.status == .notModified && again.body.readableBytes == 0)
                #expect(again.headers[.eTag] == tag && again.headers[.cacheControl] == "public, no-cache")
            }
            let other = try await look(fixture.client, path, .english, [.ifNoneMatch: tag])
            #expect(other.status == .ok && other.headers[.eTag] != tag)
            let entrant = try await fixture.guest(.entrant)
            #expect(try await entrant.get(path).status == .ok)
            try await fixture.fileDraft()
            let changed = try await look(fixture.client, path, .thai, [.ifNoneMatch: tag])
            #expect(changed.status == .ok && changed.headers[.eTag] != tag)
        }
    }

    @Test("without a distance are the same for an hour, and name another day when that is over")
    func hours() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            let path = Paths.criteria(of: SiteFixture.call)
            let day = SiteFixture.present.localDate
            func tag(_ hour: Int, _ minute: Int, _ second: Int) async throws -> String? {
                fixture.clock.move(to: day.instant(hour: hour, minute: minute, second: second))
                return try await look(fixture.client, path).headers[.eTag]
            }
            let first = try #require(try await tag(22, 0, 0))
            #expect(try await tag(22, 59, 59) == first)
            let last = try #require(try await tag(23, 0, 0))
            #expect(try await tag(23, 59, 59) == last)
            #expect(last != first)
            let printed = "\(path) · \(day.text(.short, thai: true))<"
            #expect(try await look(fixture.client, path).html.contains(printed))
            fixture.clock.move(to: day.adding(days: 1).instant(hour: 0, minute: 0))
            let next = "\(path) · \(day.adding(days: 1).text(.short, thai: true))<"
            #expect(try await look(fixture.client, path).html.contains(next))
            let signedIn = try await fixture.guest(.entrant).get(path).html
            #expect(signedIn.contains("\(path) · \(day.adding(days: 1).text(.short, thai: true)) 00:00 น.<"))
        }
    }

    @Test("take one statement each time, and no more than that while nothing changes")
    func statements() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            for path in Self.paths.dropLast() {
                _ = try await look(fixture.client, path)
                let again = await fixture.store.database.counting {
                    _ = try? await look(fixture.client, path)
                }
                #expect(again == 1, "\(path)")
            }
        }
    }
}

extension SiteFixture {
    /// What lay there as a draft is filed, at the time that it is.
    fileprivate func fileDraft() async throws {
        let id = entry("draft")
        let filer = people.filers[4]
        let pdf = SampleFiles.pdf("Draft")
        try await attach("ก.pdf", pdf, "application/pdf", to: "project_document", of: id, by: filer)
        try await attach("ข.png", SampleFiles.png, "image/png", to: "pictures", of: id, by: filer)
        try await attach("ค.pdf", pdf, "application/pdf", to: "consent_letter", of: id, by: filer)
        try await act("submit", on: id, by: filer)
        clock.move(to: SiteFixture.present)
    }
}

extension String {
    fileprivate var encoded: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.union(.urlPathAllowed)) ?? self
    }
}
