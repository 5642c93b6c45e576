import SalaEngine
import Testing

@testable import SalaStore

@Suite("Saved filters of a desk")
struct SavedFilterTests {
    private func names(_ home: FairHome, _ person: PersonID) async throws -> [String] {
        let calls = try await home.store.calls(of: home.checker).map(\.call.id)
        return try await home.store.savedFilters(of: person, in: calls).values.flatMap(\.self).map {
            "\($0.name): \($0.query)"
        }
    }

    private func save(
        _ home: FairHome, _ name: String, _ query: String = "stage=checking", for person: PersonID
    ) async throws -> SavedFilterFault? {
        try await home.store.saveFilter(
            name, query, under: FairHome.handle, for: person, at: FairHome.time(15))
    }

    @Test("are each person's own, one of a name, until they are removed")
    func own() async throws {
        try await FairHome.with { home in
            #expect(try await save(home, " ด่วน\nมาก ", for: home.checker) == nil)
            #expect(try await save(home, "ด่วน มาก", "query=ไฟ", for: home.checker) == nil)
            #expect(try await save(home, "ด่วน มาก", for: home.officer) == nil)
            #expect(try await names(home, home.checker) == ["ด่วน มาก: query=ไฟ"])
            #expect(try await names(home, home.officer) == ["ด่วน มาก: stage=checking"])
            let calls = try await home.store.calls(of: home.checker).map(\.call.id)
            let saved = try await home.store.savedFilters(of: home.checker, in: calls)
            let id = try #require(saved.values.first?.first?.id)
            await #expect(throws: Refusal.notFound) {
                try await home.store.removeFilter(id, under: FairHome.handle, for: home.officer)
            }
            try await home.openCall("second")
            await #expect(throws: Refusal.notFound) {
                try await home.store.removeFilter(id, under: "second", for: home.checker)
            }
            try await home.store.removeFilter(id, under: FairHome.handle, for: home.checker)
            #expect(try await names(home, home.checker) == [])
            #expect(try await names(home, home.officer).count == 1)
        }
    }

    @Test("are of limited number and length, and have a name")
    func limits() async throws {
        try await FairHome.with { home in
            let nameless = try await save(home, " \n", for: home.checker)
            #expect(nameless == .nameMissing)
            let long = String(repeating: "ก", count: 61)
            #expect(try await save(home, long, for: home.checker) == .nameTooLong(60))
            let query = String(repeating: "q", count: 2001)
            #expect(try await save(home, "ยาว", query, for: home.checker) == .queryTooLong)
            #expect(try await names(home, home.checker) == [])
            for number in 1...12 {
                #expect(try await save(home, "\(number)", for: home.checker) == nil)
            }
            #expect(try await save(home, "13", for: home.checker) == .tooMany(12))
            #expect(try await save(home, "12", "query=x", for: home.checker) == nil)
            #expect(try await names(home, home.checker).count == 12)
        }
    }

    @Test("are for those who have a desk in the call")
    func desks() async throws {
        try await FairHome.with { home in
            for person in [home.judges[0], home.filers[0], home.stranger] {
                await #expect(throws: Refusal.notAllowed) { try await save(home, "ด่วน", for: person) }
            }
        }
    }
}
