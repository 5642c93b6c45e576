import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("What a blind round hides")
struct AnonymitySweepTests {
    /// Seeded words that say who entered, by what they are.
    private static let names = [
        "organisation": "เทศบาลเมืองตัวอย่าง ก", "organisation in English": "Example Town 01",
        "filer": "ผู้ยื่น ก (ตัวอย่าง)", "address": "entrant@people.example", "telephone": "081-222-3333",
        "partner": "หุ้นส่วนลับ", "file name": "เอกสารของเมือง ก", "author of a PDF": "Somchai Hidden",
        "author of a picture": "Somying Hidden",
    ]
    /// The one page that names who entered, as a set that says of no entry whose it is.
    private static let asking = "/calls/{call}/judging/conflicts"
    private static let asked: Set<String> = ["organisation", "organisation in English"]

    /// Three entries in the blind round; of the first two, one of which is asked about still, the judge is
    /// the part `judge`.
    private static func seed(_ fixture: SiteFixture) async throws -> [SubmissionID] {
        fixture.clock.move(to: SiteFixture.time(7, 2, 9))
        var ids: [SubmissionID] = []
        for town in [0, 1, 2] {
            let id = try await fixture.draft(town, title: "ผลงานนิรนาม", phone: "081-222-3333")
            let filer = fixture.people.filers[town]
            var work = SiteFixture.answers(title: "ผลงานนิรนาม", phone: "081-222-3333")[1].answers
            work["developer"] = .text("company")
            work["partners"] = .text("หุ้นส่วนลับ")
            try await fixture.store.decide(
                .answer(page: "work", work), on: id, by: filer, at: fixture.clock.tick())
            let pdf = "application/pdf"
            try await fixture.attach(
                "เอกสารของเมือง ก.pdf", SampleFiles.authored("Somchai Hidden"), pdf,
                to: "project_document", of: id, by: filer)
            try await fixture.attach(
                "เอกสารของเมือง ก.png", SampleFiles.authoredPicture("Somying Hidden"), "image/png",
                to: "pictures", of: id, by: filer)
            try await fixture.attach(
                "เอกสารของเมือง ก-2.pdf", SampleFiles.authored("Somchai Hidden"), pdf, to: "consent_letter",
                of: id, by: filer)
            try await fixture.act("submit", on: id, by: filer)
            try await fixture.act("pass", SiteFixture.passInput, on: id, by: fixture.people[.screener])
            ids.append(id)
        }
        let judge = fixture.people[.judge]
        for id in ids.prefix(2) {
            let outcome = try await fixture.store.assign(
                [AssignmentPair(submission: id, judge: judge)], in: SiteFixture.call, round: "first-round",
                by: fixture.people[.officer], at: fixture.clock.tick())
            try #require(outcome.refused == [:])
        }
        try await fixture.clear(ids[0], "first-round", by: judge)
        return ids
    }

    /// Every address of every route that is registered, about those entries.
    private static func addresses(
        _ fixture: SiteFixture, _ ids: [SubmissionID], _ table: String
    ) async throws -> [(route: String, address: String)] {
        var values: [String: [String]] = [:]
        var fixture = fixture
        for id in ids {
            fixture.entries["entry"] = id
            for (name, found) in try await fixture.values(about: "entry") {
                values[name, default: []] += found.filter { !values[name, default: []].contains($0) }
            }
        }
        // Whoever holds a receipt may know what is on it; no page gives a judge its code.
        values["code"] = nil
        values["judge"] = [fixture.people.judges[0].description]
        let routes = Set(try AccessTable(table).lines.map(\.route)).sorted()
        return routes.flatMap { route in
            AccessTable.addresses(route, values).map { (route, $0) }
        }
    }

    /// Which of the words an answer holds, wherever they stand in it.
    private static func found(in answer: TestResponse, at route: String, for part: Part) -> Set<String> {
        let head = answer.headers.map { "\($0.name): \($0.value.removingPercentEncoding ?? $0.value)" }
        // What is no text becomes some that holds the same words.
        let text = Data((head + [String(buffer: answer.body)]).joined(separator: "\n").utf8)
        return Set(
            names.filter { key, word in
                (key != "filer" || part != .entrant) && text.range(of: Data(word.utf8)) != nil
            }.keys)
    }

    @Test("a judge finds no name behind any route that there is, and an officer finds them all")
    func reading() async throws {
        try await SiteFixture.with(blind: true) { fixture in
            let ids = try await AnonymitySweepTests.seed(fixture)
            let addresses = try await AnonymitySweepTests.addresses(fixture, ids, AccessTable.reading)
            try #require(addresses.count > 150)
            var known: [Part: Set<String>] = [:]
            for part in [Part.judge, .otherJudge, .officer] {
                let guest = try await fixture.guest(part)
                for (route, address) in addresses {
                    for language in [guest, guest.speaking(.english)] {
                        let answer = try await language.get(address)
                        #expect(answer.code < 500, "\(part) at \(address)")
                        var found = AnonymitySweepTests.found(in: answer, at: route, for: part)
                        if route == AnonymitySweepTests.asking {
                            found.subtract(AnonymitySweepTests.asked)
                        }
                        known[part, default: []].formUnion(found)
                        if part != .officer { #expect(found == [], "\(part) at \(address)") }
                    }
                }
            }
            // What finds nothing anywhere would prove nothing.
            #expect(known[.officer] == Set(AnonymitySweepTests.names.keys))
            // The judge does read the work, its files among it.
            let judge = try await fixture.guest(.judge)
            #expect(try await judge.get(Paths.review("first-round", of: ids[0])).html.contains("ผลงานนิรนาม"))
            let files = try await fixture.submission(ids[0]).attachments.keys
            for file in files {
                #expect(try await judge.get(Paths.attachment(file, of: ids[0])).code == 200)
            }
        }
    }

    @Test("nothing that a judge sends, rightly or wrongly, is answered with a name")
    func writing() async throws {
        try await SiteFixture.with(blind: true) { fixture in
            let ids = try await AnonymitySweepTests.seed(fixture)
            let addresses = try await AnonymitySweepTests.addresses(fixture, ids, AccessTable.writing)
            try #require(addresses.count > 60)
            for (route, address) in addresses {
                let guest = try await fixture.guest(.judge)
                let answer = try await guest.post(address)
                #expect(answer.code < 500, "\(address)")
                var found = AnonymitySweepTests.found(in: answer, at: route, for: .judge)
                if route == AnonymitySweepTests.asking { found.subtract(AnonymitySweepTests.asked) }
                #expect(found == [], "\(address)")
            }
        }
    }

    @Test("a search by a name, a filter by a place and a sort find nothing of who entered")
    func searching() async throws {
        try await SiteFixture.with(blind: true) { fixture in
            let ids = try await AnonymitySweepTests.seed(fixture)
            func found(_ part: Part, _ text: String, _ facets: [String: String] = [:]) async throws -> Int {
                var filter = SubmissionFilter()
                (filter.text, filter.facets) = (text, facets)
                return try await fixture.store.desk(SiteFixture.call, for: fixture.people[part], filter)
                    .listing.total
            }
            for word in ["เทศบาลเมืองตัวอย่าง ก", "Example Town 01", "หุ้นส่วนลับ", "เชียงใหม่"] {
                #expect(try await found(.judge, word) == 0, "\(word)")
                #expect(try await found(.officer, word) > 0, "\(word)")
            }
            #expect(try await found(.judge, "ผลงานนิรนาม") == 1)
            #expect(try await found(.judge, "", ["province": "50"]) == 0)
            #expect(try await found(.officer, "", ["province": "50"]) == 3)
            let facets = try await fixture.store.deskFacets(
                SiteFixture.call, for: fixture.people[.judge], SubmissionFilter())
            #expect(!facets.facets.contains(.province) && !facets.facets.contains(.organisationKind))
            let desk = try await fixture.store.judgeDesk(SiteFixture.call, for: fixture.people[.judge])
            #expect(desk.rows.map(\.submission.id) == [ids[0]])
            #expect(desk.rows.allSatisfy { $0.submission.organisation == nil })
        }
    }

    @Test("an entrant never learns who scored")
    func judges() async throws {
        try await SiteFixture.with(blind: true) { fixture in
            let ids = try await AnonymitySweepTests.seed(fixture)
            let scoring = Scoring(
                scores: ["impact": 3], commentToCommittee: "", commentToFiler: "", isFinal: false)
            try await fixture.store.decide(
                .review(round: "first-round", scoring), on: ids[0], by: fixture.people[.judge],
                at: fixture.clock.tick())
            let addresses = try await AnonymitySweepTests.addresses(fixture, ids, AccessTable.reading)
            let words = ["นามกรรมการ", "judge@people.example", fixture.people[.judge].description]
            func reads(_ part: Part) async throws -> Set<String> {
                let guest = try await fixture.guest(part)
                var read: Set<String> = []
                // The judge's own id stands in some of the addresses: what is refused may say them again.
                for (_, address) in addresses where !address.contains(words[2]) {
                    let html = try await guest.get(address).html
                    read.formUnion(words.filter(html.contains))
                }
                return read
            }
            #expect(try await reads(.entrant) == [])
            #expect(try await reads(.officer).contains("นามกรรมการ"))
        }
    }
}

extension SampleFiles {
    /// One page whose document information and page content are an author's.
    static func authored(_ author: String) -> [UInt8] {
        let text = String(decoding: pdf("Work"), as: UTF8.self)
            .replacing("/Root 1 0 R", with: "/Root 1 0 R /Info << /Author (\(author)) >>")
        return Array(text.utf8)
    }

    /// A picture of one pixel with an author in a chunk of text (PNG specification, 11.3.4.3).
    static func authoredPicture(_ author: String) -> [UInt8] {
        let body = Array("tEXtAuthor".utf8) + [0] + Array(author.utf8)
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        func four(_ number: UInt32) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        }
        let chunk = four(UInt32(body.count - 4)) + body + four(~sum)
        // Behind the signature and the header, which are 33 bytes.
        return Array(png.prefix(33)) + chunk + Array(png.dropFirst(33))
    }
}
