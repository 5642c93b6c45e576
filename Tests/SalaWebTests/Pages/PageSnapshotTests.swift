import Foundation
import SalaEngine
import Testing

@testable import SalaWeb

@Suite("What pages show")
struct PageSnapshotTests {
    @Test("every template of a page has a snapshot")
    func coverage() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: SiteFixture.root.appending(path: "Templates/pages").path)
        let templates = Set(files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) })
        #expect(Set(PageCase.all.map(\.template)).union(["style-guide"]) == templates)
        let names = PageCase.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test("nothing is kept of pages that are no more", .enabled(if: !Snapshots.isRecording))
    func leftovers() throws {
        let kept = try FileManager.default.contentsOfDirectory(atPath: Snapshots.folder.path)
        let names = PageCase.all.map(\.name) + ["style-guide", "layout"]
        let wanted = names.flatMap { name in Language.allCases.map { "\(name).\($0.rawValue).html" } }
        #expect(Set(kept.filter { $0.hasSuffix(".html") }).symmetricDifference(wanted) == [])
    }

    @Test("every page is as it was kept, in Thai and in English")
    func pages() async throws {
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            let guests = try await Guests(fixture)
            for item in PageCase.all {
                for language in Language.allCases {
                    let answer = try await item.ask(fixture, guests[item].speaking(language))
                    let fault = try Snapshots.fault(PageShape(answer.html), item.name, language)
                    #expect(fault == nil, "\(answer.code)")
                }
            }
        }
    }

    @Test("the frame around pages is as it was kept", arguments: Language.allCases)
    func layout(language: Language) async throws {
        try await SiteFixture.with { fixture in
            var guest = try await fixture.guest(.entrant).speaking(language)
            guest = Guest(client: fixture.demo, session: guest.session, csrf: guest.csrf, language: language)
            let saved = try await guest.post(
                Paths.account, [("name", SitePeople.name(.entrant)), ("language", language.rawValue)])
            let answer = try await guest.get(try #require(saved.location))
            #expect(try Snapshots.fault(PageShape(answer.html, isWhole: true), "layout", language) == nil)
        }
    }

    @Test("the style guide is as it was kept", arguments: Language.allCases)
    func styleGuide(language: Language) throws {
        let library = try ShippedTemplates.library()
        let html = try library.render(StyleGuidePage.sample(language), language: language)
        #expect(try Snapshots.fault(PageShape(html), "style-guide", language) == nil)
    }
}

/// One browser for each part, so that nobody has more sessions than one.
private struct Guests {
    private var guests: [Part: Guest] = [:]
    private let demo: Guest

    init(_ fixture: SiteFixture) async throws {
        for part in Part.allCases { guests[part] = try await fixture.guest(part) }
        guard let citizen = guests[.citizen] else { preconditionFailure("every part has a browser") }
        demo = Guest(client: fixture.demo, session: citizen.session, csrf: citizen.csrf)
    }

    subscript(_ item: PageCase) -> Guest {
        guard !item.isDemo, let guest = guests[item.part] else { return demo }
        return guest
    }
}
