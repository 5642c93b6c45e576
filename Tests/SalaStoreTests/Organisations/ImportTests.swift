import SalaDatabase
import SalaEngine
@testable import SalaStore
import SalaThai
import Testing

@Suite("Importing organisations")
struct ImportTests {
    private func faults(_ home: AccountHome, _ bytes: [UInt8]) async throws -> ImportFaults {
        let error = await #expect(throws: ImportFaults.self) {
            try await home.store.importOrganisations(csv: bytes, at: AccountHome.start)
        }
        return try #require(error)
    }

    private func faults(_ home: AccountHome, lines: String) async throws -> [ImportFault] {
        try await faults(home, Array((AccountHome.header + lines).utf8)).first
    }

    @Test("A second import of the same file changes nothing, an edited line changes its organisation alone")
    func idempotent() async throws {
        try await AccountHome.with { home in
            #expect(try await home.importSheet() == ImportReport(new: 6, changed: 0, unchanged: 0))
            let before = try #require(try await home.store.searchOrganisations(typed: "บางโปรง").first)
            #expect(try await home.importSheet() == ImportReport(new: 0, changed: 0, unchanged: 6))
            let windows = "\u{FEFF}" + AccountHome.sheet.replacing("\n", with: "\r\n")
            #expect(try await home.importSheet(windows) == ImportReport(new: 0, changed: 0, unchanged: 6))
            let edited = AccountHome.sheet.replacing("บางโปรง", with: "บางโปร่ง")
            #expect(try await home.importSheet(edited) == ImportReport(new: 0, changed: 1, unchanged: 5))
            let after = try #require(try await home.store.searchOrganisations(typed: "บางโปร่ง").first)
            #expect(after.id == before.id)
            #expect(after.summary.nameThai == "องค์การบริหารส่วนตำบลบางโปร่ง")
            #expect(try await home.codes(typed: "บางโปรง") == [])
            let added =
                AccountHome.header + "X-1,Company,บริษัทตัวอย่าง,Example Company,10,กรุงเทพฯ,Bangkok,,,\n"
            #expect(try await home.importSheet(added) == ImportReport(new: 1, changed: 0, unchanged: 0))
            #expect(try await home.count("select count(*) as count from organisation") == 7)
        }
    }

    @Test("Columns may stand in another order, with others between them")
    func columns() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(
                """
                note,subdistrict_codes,latitude,longitude,province_en,province_th,province_code,name_en,\
                name_th,kind,code
                x,,14.5,100.5,B,A,10,E,T,Agency,A-1

                """)
            let entry = try #require(try await home.store.searchOrganisations(typed: "t").first)
            #expect(entry.code == "A-1")
            #expect(entry.summary.nameThai == "T" && entry.summary.provinceEnglish == "B")
            #expect(entry.seat?.longitude == 100.5)
        }
    }

    @Test("All faults are listed with their lines, and nothing is imported")
    func allFaults() async throws {
        try await AccountHome.with { home in
            let found = try await faults(
                home,
                lines: """
                    A-1,Agency,ก,A,10,ข,B,,,
                    A-2,Village,ก,A,10,ข,B,,,
                    A-1,Agency,ก,A,10,ข,B,,,
                    A-3,Agency,ก,A,10,ข,B,100.5,13.7,
                    A-4,Agency,ก,A,10,ข,B,13.7,,
                    A-5,Agency,ก,A,10,ข,B,north,east,
                    A-6,Agency,,A,1,ข,B,,,12 345678
                    A-7,Agency,ก,A

                    """)
            #expect(
                found == [
                    ImportFault(line: 3, kind: .unknownKind("Village")),
                    ImportFault(line: 4, kind: .duplicateCode("A-1", firstLine: 2)),
                    ImportFault(
                        line: 5, kind: .badCoordinates(latitude: "100.5", longitude: "13.7", of: "A-3")),
                    ImportFault(line: 6, kind: .badCoordinates(latitude: "13.7", longitude: "", of: "A-4")),
                    ImportFault(
                        line: 7, kind: .badCoordinates(latitude: "north", longitude: "east", of: "A-5")),
                    ImportFault(line: 8, kind: .emptyField("name_th")),
                    ImportFault(line: 8, kind: .badProvince("1")),
                    ImportFault(line: 8, kind: .badSubdistrict("12")),
                    ImportFault(line: 9, kind: .fieldCount(wanted: 10, given: 4)),
                ])
            #expect(found[1].description == "line 4: the code A-1 stands on line 2 already")
            #expect(try await home.count("select count(*) as count from organisation") == 0)
        }
    }

    @Test("If asked to, the import takes organisations without their wrong coordinates and says which")
    func withoutBadSeats() async throws {
        try await AccountHome.with { home in
            let text = AccountHome.sheet.replacing("13.52,100.65", with: "100.65,100.65")
            let report = try await home.store.importOrganisations(
                csv: Array(text.utf8), withoutBadSeats: true, at: AccountHome.start)
            let fault = ImportFault(
                line: 3,
                kind: .badCoordinates(
                    latitude: "100.65", longitude: "100.65", of: "TownMunicipality-110190"))
            #expect(report == ImportReport(new: 6, changed: 0, unchanged: 0, withoutSeat: [fault]))
            let found = try await home.store.searchOrganisations(typed: "ทม.บางปู")
            #expect(found.map(\.seat) == [nil])
        }
    }

    @Test("Of many faults the first twenty are listed and all are counted")
    func manyFaults() async throws {
        try await AccountHome.with { home in
            let lines = (0..<25).map { "A-\($0),Village,ก,A,10,ข,B,,,\n" }.joined()
            let found = try await faults(home, Array((AccountHome.header + lines).utf8))
            #expect(found.first.count == 20 && found.total == 25)
            #expect(found.description.hasSuffix("\nand 5 more"))
        }
    }

    @Test("A missing or repeated column is named")
    func missingColumn() async throws {
        try await AccountHome.with { home in
            let sheet = AccountHome.sheet.replacing("name_th,", with: "name,").replacing(
                "latitude", with: "code")
            let found = try await faults(home, Array(sheet.utf8))
            #expect(
                found.first == [
                    ImportFault(line: 1, kind: .missingColumns(["name_th", "latitude"])),
                    ImportFault(line: 1, kind: .repeatedColumn("code")),
                ])
            #expect(
                found.description.hasPrefix("line 1: the first line lacks the columns name_th, latitude\n"))
            #expect(try await faults(home, []).first == [ImportFault(line: 1, kind: .empty)])
        }
    }

    @Test(
        "Signs in place of commas are named, and a file of other things is told the columns",
        arguments: [
            (";", "line 1: `;` stands between the fields; save the file with commas between them"),
            ("\t", "line 1: tabs stand between the fields; save the file with commas between them"),
        ])
    func separators(sign: String, sentence: String) async throws {
        try await AccountHome.with { home in
            let sheet = AccountHome.sheet.replacing("\"", with: "").replacing(",", with: sign)
            #expect(try await faults(home, Array(sheet.utf8)).description == sentence)
            let other = try await faults(home, Array("name,telephone\nก,1\n".utf8))
            #expect(other.first.count == 1)
            #expect(other.description.contains("the first line names the columns: code, kind, name_th, "))
        }
    }

    @Test(
        "Of wrong coordinates it is said which is wrong, and how",
        arguments: [
            (
                "103.0662", "103.0662",
                "the latitude 103.0662 is not between 5.5 and 20.6, where Thailand lies"
            ),
            (
                "16.1270", "16.1270",
                "the longitude 16.1270 is not between 97.2 and 105.8, where Thailand lies"
            ),
            ("100.5", "13.7", "latitude 100.5 and longitude 13.7 have changed places"),
            ("13.7", "", "\"13.7\" and \"\" are not degrees as in 13.7535 and 100.5018"),
        ])
    func coordinates(latitude: String, longitude: String, words: String) async throws {
        try await AccountHome.with { home in
            let line = "A-1,Agency,ก,A,10,ข,B,\(latitude),\(longitude),\n"
            let found = try await faults(home, Array((AccountHome.header + line).utf8))
            #expect(found.description == "line 2: A-1: \(words); mend them, or leave both empty")
        }
    }

    @Test("A file in Windows-874 is refused with how to save it")
    func windows874() async throws {
        try await AccountHome.with { home in
            let bytes = AccountHome.sheet.unicodeScalars.map { scalar in
                scalar.isASCII ? UInt8(scalar.value) : UInt8(scalar.value - 0xE00 + 0xA0)
            }
            let found = try await faults(home, bytes)
            #expect(
                found.description == """
                    line 2: the file is in Windows-874 (Thai); save it as "CSV UTF-8"
                    """)
            #expect(try await home.count("select count(*) as count from organisation") == 0)
        }
    }
}
