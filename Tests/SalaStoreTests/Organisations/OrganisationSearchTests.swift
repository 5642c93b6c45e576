import Foundation
import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Searching organisations")
struct OrganisationSearchTests {
    /// The list of 2022, of 7,850 local governments; it is not part of the repository.
    static let list = ProcessInfo.processInfo.environment["SALA_LOCAL_GOVERNMENTS"]

    @Test(
        "People find an office by its place, kind, abbreviation, province and English name",
        arguments: [
            ("บางโปรง", ["SAO-110111"]),
            ("อบต.บางโปรง", ["SAO-110111"]),
            ("อบต. บางโปรง", ["SAO-110111"]),
            ("อบตบางโปรง", ["SAO-110111"]),
            ("อ.บ.ต.บางโปรง", ["SAO-110111"]),
            ("องค์การบริหารส่วนตำบลบางโปรง", ["SAO-110111"]),
            ("ตำบลบางโปรง", ["SAO-110111"]),
            ("ต.บางโปรง", ["SAO-110111"]),
            ("ต. บางโปรง", ["SAO-110111"]),
            ("อบต.บางโปรง อ.เมืองสมุทรปราการ จ.สมุทรปราการ", ["SAO-110111"]),
            ("อบต. บางปู อำเภอ พิมาย จังหวัด นครราชสีมา", ["SAO-302101"]),
            ("ท.ม.บางปู", ["TownMunicipality-110190"]),
            ("ทม บางปู", ["TownMunicipality-110190"]),
            ("ทตบางปู", ["SubdistrictMunicipality-110107"]),
            ("เทศบาลเมือง บางปู", ["TownMunicipality-110190"]),
            ("อ.พิมาย", []),
            ("โปรง", ["SAO-110111"]),
            ("อบจ.สมุทรปราการ", ["PAO-11"]),
            ("ทม.บางปู", ["TownMunicipality-110190"]),
            ("ทต.บางปู", ["SubdistrictMunicipality-110107"]),
            ("บางปู จ.นครราชสีมา", ["SAO-302101"]),
            ("บางปู จังหวัดนครราชสีมา", ["SAO-302101"]),
            ("bang prong", ["SAO-110111"]),
            ("SAO Bang Prong", ["SAO-110111"]),
            ("PRONG", ["SAO-110111"]),
            ("ที่ทำการองค์การบริหารส่วนตำบลบางโปรง", ["SAO-110111"]),
            ("ที่ทำการ อบต.บางโปรง", ["SAO-110111"]),
            ("สำนักงานเทศบาลตำบลบางปู", ["SubdistrictMunicipality-110107"]),
            ("สำนักงานเทศบาลเมือง บางปู", ["TownMunicipality-110190"]),
            ("สำนักงานบางปู", []),
            ("บางโปรง ส", ["SAO-110111"]),
            ("บางโปรง ง", []),
            ("ไม่มีที่นี่", []),
            ("  ", []),
            ("%", []),
            ("_", []),
        ] as [(String, [String])])
    func finds(typed: String, codes: [String]) async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            #expect(try await home.codes(typed: typed) == codes)
        }
    }

    @Test("A name that is the word comes before one that begins with it, and that before one that holds it")
    func ranks() async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            #expect(
                try await home.codes(typed: "บางปู") == [
                    "TownMunicipality-110190", "SAO-302101", "SubdistrictMunicipality-110107", "Agency-1",
                ])
            #expect(
                try await home.codes(typed: "เทศบาลบางปู") == [
                    "TownMunicipality-110190", "SubdistrictMunicipality-110107",
                ])
            #expect(try await home.codes(typed: "bang pu").last == "Agency-1")
            #expect(try await home.codes(typed: "สมุทร").first == "PAO-11")
            #expect(try await home.codes(typed: "บาง", limit: 2).count == 2)
        }
    }

    @Test("An abbreviation finds the same with stops, without them, and with a space behind")
    func stops() async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            for (short, place, code) in [
                ("ทต", "บางปู", "SubdistrictMunicipality-110107"), ("อบต", "บางโปรง", "SAO-110111"),
                ("ทม", "บางปู", "TownMunicipality-110190"), ("อบจ", "สมุทรปราการ", "PAO-11"),
            ] {
                let dotted = short.unicodeScalars.map { "\($0)." }.joined()
                for typed in [short + ".", short, dotted] {
                    #expect(try await home.codes(typed: typed + place) == [code], "\(typed + place)")
                    #expect(try await home.codes(typed: "\(typed) \(place)") == [code], "\(typed) \(place)")
                    #expect(try await home.codes(typed: "\(place) \(typed)") == [code], "\(place) \(typed)")
                    #expect(try await home.codes(typed: typed) == home.codes(typed: short + "."), "\(typed)")
                }
            }
        }
    }

    @Test(
        "A misspelt name suggests those that are called nearly so, finished or not",
        arguments: [
            ("บางโปง", ["SAO-110111"]), ("บางโปร่ง", ["SAO-110111"]), ("อบต.บางโปง", ["SAO-110111"]),
            ("อบต บางโบรง", ["SAO-110111"]), ("เทศบาลเมิองบางปู", ["TownMunicipality-110190"]),
            ("ทต.บางปุใหม่", ["SubdistrictMunicipality-110107"]), ("bang prnog", ["SAO-110111"]),
            ("สมุทปรา", ["PAO-11"]), ("บางโปง สมุทรปราการ", ["SAO-110111"]),
            ("บางโปง นครราชสีมา", []), ("ไม่มีที่นี่", []), ("กข", []), ("  ", []),
        ] as [(String, [String])])
    func near(typed: String, codes: [String]) async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            #expect(try await home.codes(typed: typed) == [])
            let found = try await home.store.suggestOrganisations(typed: typed)
            #expect(found.entries.prefix(codes.isEmpty ? .max : codes.count).map(\.code) == codes)
            #expect(codes.isEmpty || found.areNear)
        }
    }

    @Test("What is found as it was typed is no guess, and a guess takes one query more")
    func guesses() async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            let found = try await home.store.suggestOrganisations(typed: "บางปู")
            #expect(!found.areNear)
            #expect(try await found.entries.map(\.code) == home.codes(typed: "บางปู"))
            for (typed, wanted) in [("บางปู", 1), ("บางโปง", 2)] {
                let queries = try await home.store.database.counting {
                    _ = try await home.store.suggestOrganisations(typed: typed)
                }
                #expect(queries == wanted)
            }
        }
    }

    @Test("What was typed in another order of marks or with a doubled vowel finds the same")
    func spelling() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(
                AccountHome.header + "S-1,SAO,องค์การบริหารส่วนตำบลแม่น้ำ,Mae Nam,84,ก,K,,,\n")
            #expect(try await home.codes(typed: "เเม่นํ้า") == ["S-1"])
        }
    }

    @Test("A list of organisations is one query, for one and for three, and a search is one")
    func queries() async throws {
        try await AccountHome.with { home in
            let ids = try await home.organisations(6)
            for count in [1, 3] {
                let queries = try await home.store.database.counting {
                    let found = try await home.store.organisations(Array(ids.prefix(count)))
                    #expect(found.count == count)
                }
                #expect(queries == 1)
            }
            for (typed, count) in [("บางโปรง", 1), ("samut", 4)] {
                let queries = try await home.store.database.counting {
                    let found = try await home.codes(typed: typed)
                    #expect(found.count == count)
                }
                #expect(queries == 1)
            }
        }
    }

    @Test("An organisation is read whole, and one that is not there is refused")
    func reads() async throws {
        try await AccountHome.with { home in
            try await home.importSheet()
            let found = try #require(try await home.store.searchOrganisations(typed: "ทม.บางปู").first)
            let entry = try await home.store.organisation(found.id)
            #expect(entry == found)
            #expect(entry.kind == .townMunicipality)
            #expect(entry.summary.name(.thai) == "เทศบาลเมืองบางปู")
            #expect(entry.summary.name(.english) == "Bang Pu Town Municipality")
            #expect(entry.seat == OrganisationEntry.Seat(latitude: 13.52, longitude: 100.65))
            #expect(entry.subdistricts == ["110105", "110106"])
            await #expect(throws: Refusal.notFound) {
                try await home.store.organisation(OrganisationID(.version7(at: AccountHome.start)))
            }
        }
    }

    @Test(
        "Among all local governments of the country a search answers while one types",
        .enabled(if: list != nil))
    func wholeCountry() async throws {
        try await AccountHome.with { home in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: try #require(Self.list))))
            let elapsed = try await ContinuousClock().measure {
                let report = try await home.store.importOrganisations(
                    csv: bytes, withoutBadSeats: true, at: AccountHome.start)
                #expect(report.new == 7850)
                // These two have a degree of latitude as longitude, or the other way round.
                #expect(report.withoutSeat.map(\.line) == [1642, 3103])
            }
            #expect(elapsed < .seconds(30))
            let again = try await home.store.importOrganisations(
                csv: bytes, withoutBadSeats: true, at: AccountHome.start)
            #expect(again.new == 0 && again.changed == 0 && again.unchanged == 7850)
            #expect(try await home.codes(typed: "อบต.หนองบัว", limit: 100).count >= 22)
            let cities = try await home.codes(typed: "เชียงใหม่")
            #expect(cities.first == "CityMunicipality-5099" && cities.prefix(3).contains("PAO-50"))
            #expect(try await home.codes(typed: "พัทยา").first == "Special-2096")
            var slowest = Duration.zero
            for typed in ["ก", "อบต", "หนองบัว", "เทศบาลตำบล หนอง", "nong bua", "a", "ไม่มีที่นี่แน่นอน"] {
                let elapsed = try await ContinuousClock().measure { _ = try await home.codes(typed: typed) }
                slowest = max(slowest, elapsed)
            }
            #expect(slowest < .milliseconds(200))
        }
    }
}
