import Foundation
import HummingbirdTesting
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("A posting that comes again because its answer was lost")
struct RepeatTests {
    private static let path = Paths.people(of: SiteFixture.call)

    private static func grant(
        _ guest: Guest, _ fixture: SiteFixture, key: String?
    ) async throws -> TestResponse {
        let email = "\(Part.citizen.rawValue)@people.example"
        return try await guest.post(path, [("email", email), ("role", "screener")], key: key)
    }

    @Test("is led on where the first was, and done once")
    func again() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let first = try await Self.grant(officer, fixture, key: "one")
            #expect(first.location == "\(Self.path)?done=role-granted")
            let events = try await fixture.traces()
            let second = try await Self.grant(officer, fixture, key: "one")
            #expect(second.code == 303 && second.location == first.location)
            #expect(try await fixture.traces() == events)
            #expect(try await officer.get(first.location ?? "").html.contains("notice success"))
        }
    }

    @Test(
        "is tried anew under another key, without one, and where the key is too long",
        arguments: ["two", nil, "", String(repeating: "k", count: 101)])
    func anew(key: String?) async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let longKey = (key?.count ?? 0) > 100 ? key : "one"
            #expect(try await Self.grant(officer, fixture, key: longKey).code == 303)
            #expect(try await Self.grant(officer, fixture, key: key).code == 422)
        }
    }

    @Test("is nobody else's, nor another address's")
    func others() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            #expect(try await Self.grant(officer, fixture, key: "one").code == 303)
            let entrant = try await fixture.guest(.entrant)
            #expect(try await Self.grant(entrant, fixture, key: "one").code == 403)
            let elsewhere = try await fixture.guest(.officer)
            #expect(try await Self.grant(elsewhere, fixture, key: "one").code == 422)
            let contact = try await officer.post(
                Paths.contact(of: SiteFixture.call), [("contact", "0 2000 0001")], key: "one")
            #expect(contact.location?.contains("role-granted") == false)
            let forged = try await officer.post(Self.path, [("role", "screener")], csrf: "x", key: "one")
            #expect(forged.code == 403)
        }
    }

    @Test("is tried anew when it was refused, and when a day has gone by")
    func refused() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            let typed = [("email", "nobody@town.example.go.th"), ("role", "screener")]
            #expect(try await officer.post(Self.path, typed, key: "one").code == 422)
            #expect(try await Self.grant(officer, fixture, key: "one").code == 303)
            let key = try #require(RepeatKey("one", csrf: officer.csrf, path: Self.path))
            let day = fixture.clock.now.adding(seconds: Store.repeatSeconds)
            #expect(try await fixture.store.answer(to: key, at: day.adding(seconds: -1)) != nil)
            #expect(try await fixture.store.answer(to: key, at: day) == nil)
        }
    }

    @Test("is answered even where the answer could not be kept")
    func unkept() async throws {
        try await SiteFixture.with { fixture in
            let officer = try await fixture.guest(.officer)
            try await fixture.store.database.write { try $0.execute("drop table answered") }
            try await fixture.store.database.write {
                try $0.execute(
                    """
                    create table answered (
                        key text, location text check (location is null), at bigint)
                    """)
            }
            #expect(try await Self.grant(officer, fixture, key: "one").code == 303)
        }
    }
}
