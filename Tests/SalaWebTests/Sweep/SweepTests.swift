import Foundation
import SalaStore
import Testing

@testable import SalaWeb

@Suite("Who gets what at every address")
struct SweepTests {
    @Test("the tables name every route that is registered, and no other", arguments: ["get", "post"])
    func completeness(method: String) throws {
        let folder = SiteFixture.root.appending(path: "Sources/SalaWeb/Routes")
        let literal = try Regex(#"routes\.\#(method)\(\s*"([^"]+)""#)
        var routes: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: literal) {
                routes.insert(String(try #require(match.output[1].substring)))
            }
        }
        try #require(routes.count > 30)
        let table = try AccessTable(method == "get" ? AccessTable.reading : AccessTable.writing)
        #expect(Set(table.lines.map(\.route)).symmetricDifference(routes).sorted() == [])
    }

    @Test("every page opens for those who may see it and for nobody else, and tells nobody else's secrets")
    func reading() async throws {
        let table = try AccessTable(AccessTable.reading)
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            let values = try await SweepValues(fixture, session: "another")
            var told: Set<String> = []
            for part in Part.allCases {
                let guest = try await fixture.guest(part)
                for line in table.lines {
                    let path = try values.path(line)
                    let answer = try await guest.get(path)
                    let expected = try #require(line.statuses[part])
                    #expect(.code(answer.code) == expected, "\(part) at \(line.address)")
                    if expected == .code(303), part == .nobody, line.route != "/account/password" {
                        #expect(answer.location?.hasPrefix("/sign-in?then=/") == true, "\(line.address)")
                    }
                    for item in SecretKnowers.all where answer.html.contains(item.secret) {
                        told.insert(item.secret)
                        #expect(item.parts.contains(part), "\(part) reads \(item.secret) at \(line.address)")
                    }
                }
            }
            // A secret that nobody reads anywhere guards nothing.
            #expect(told.symmetricDifference(SecretKnowers.all.map(\.secret)) == [])
        }
    }

    @Test("whoever may not send something is refused, and nothing is written")
    func writing() async throws {
        let table = try AccessTable(AccessTable.writing)
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            let entrant = try await fixture.guest(.entrant)
            let token = try #require(entrant.session)
            let session = try #require(await fixture.store.visitor(token, at: fixture.clock.now)).session
            let values = try await SweepValues(fixture, session: session)
            let before = try await fixture.traces()
            for part in Part.allCases {
                let guest = try await fixture.guest(part)
                for line in table.lines {
                    let expected = try #require(line.statuses[part])
                    guard expected != .mayDo else { continue }
                    let answer = try await guest.post(try values.path(line), values.fields(line))
                    #expect(.code(answer.code) == expected, "\(part) at \(line.address)")
                    #expect(try await fixture.traces() == before, "\(part) wrote at \(line.address)")
                }
            }
            #expect(try await entrant.get("/account").code == 200)
        }
    }

    @Test(
        "nothing is taken from a form that another page made, whoever sends it",
        arguments: [Part.officer, .nobody])
    func forgery(part: Part) async throws {
        let table = try AccessTable(AccessTable.writing)
        try await SiteFixture.with(seeded: true) { fixture in
            try await fixture.askForLinks()
            let values = try await SweepValues(fixture, session: "another")
            let guest = try await fixture.guest(part)
            let another = try await fixture.guest(.chair)
            let before = try await fixture.traces()
            for line in table.lines where line.route != "/personas/{persona}" {
                // Who has to sign in is told that first; a page that signs in makes a new form.
                let signsIn = part == .nobody && line.statuses[part] == .code(401)
                let refused = signsIn ? 401 : 403
                for token in ["", another.csrf] {
                    let answer = try await guest.post(
                        try values.path(line), values.fields(line), csrf: token)
                    #expect(answer.code == refused, "\(line.address)")
                    #expect(try await fixture.traces() == before, "\(line.address)")
                }
            }
        }
    }
}
