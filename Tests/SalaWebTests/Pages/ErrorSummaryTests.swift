import Foundation
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("The summary of what must be mended")
struct ErrorSummaryTests {
    /// The lines of a page's summary that do not name the field they lead to, or lead to none.
    static func faults(in html: String) -> [String] {
        guard let summary = html.components(separatedBy: "id=\"mistakes\"").dropFirst().first else {
            return ["there is no summary"]
        }
        let lines = summary.components(separatedBy: "</ul>")[0]
        let links = lines.matches(of: /<a href="#([^"]+)">([^<]*)<\/a>/).map {
            (String($0.output.1), String($0.output.2))
        }
        guard !links.isEmpty else { return ["the summary leads nowhere"] }
        return links.compactMap { anchor, text in
            guard let label = label(of: anchor, in: html) else { return "\(text) leads to no field" }
            return text.contains(label) ? nil : "\(text) does not name \(label)"
        }
    }

    private static func label(of anchor: String, in html: String) -> String? {
        let marks = ["for=\"\(anchor)\"", "id=\"\(anchor)\""]
        let rest = marks.lazy.compactMap { mark in
            html.components(separatedBy: mark).dropFirst().first
        }.first
        guard let found = rest?.firstMatch(of: /^[^>]*>\s*(<legend[^>]*>)?([^<]+)/) else { return nil }
        return found.output.2.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("names in each line the field that it leads to, on every page that is kept with mistakes")
    func kept() throws {
        let folder = SiteFixture.root.appending(path: "Tests/SalaWebTests/Snapshots")
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.contains("mistakes") {
            let html = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(Self.faults(in: html) == [], "\(name)")
            count += 1
        }
        #expect(count >= 10)
    }

    @Test("names the round beside a weight, and whom a role is for")
    func settings() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let weights = try await office.officer.post(
                "/desks/calls", from: "/desks/calls/new",
                [
                    "programme": "sample", "office": CallSite.office.description, "handle": "other-call",
                    "title-th": "ใหม่", "title-en": "New", "opens-date": "10/7/2569", "setting-prizes": "40",
                    "weight-only-impact": "50", "weight-only-reach": "49",
                ]
            ).html
            #expect(Self.faults(in: weights) == [])
            let link = weights.firstMatch(of: /<a href="#field-weight-only-impact">([^<]*)<\/a>/)?.output.1
            #expect(link?.hasPrefix("Weights of the criteria, ") == true)
            let people = "/calls/open-call/people"
            let roles = try await office.officer.post(people, from: people, ["email": "", "role": ""]).html
            #expect(Self.faults(in: roles) == [])
        }
    }

    @Test("names the way out of a review whose reason is missing, and the reason")
    func waysOut() async throws {
        try await DeskSite.with { home in
            let page = Paths.review("first", of: try await home.judged(1))
            let html = try await home.judges[0].browser.post(
                "\(page)/abstention", from: page, ["abstention-reason": " "]
            ).html
            #expect(Self.faults(in: html) == [])
            #expect(html.contains("<a href=\"#field-abstention-reason\">Abstain – "))
        }
    }
}
