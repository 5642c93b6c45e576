import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Organisations of one name in one province")
struct NamesApartTests {
    private static let province = "53,อุตรดิตถ์,Uttaradit,,,"
    private static let twins = """
        SAO-530202,SAO,องค์การบริหารส่วนตำบลแสนตอ,Saen To SAO,\(province)530202
        SAO-530402,SAO,องค์การบริหารส่วนตำบลแสนตอ,Saen To SAO,\(province)530402
        SAO-530105,SAO,องค์การบริหารส่วนตำบลน้ำริด,Nam Rit SAO,\(province)530105
        SAO-610403,SAO,องค์การบริหารส่วนตำบลน้ำริด,Nam Rit SAO,61,อุทัยธานี,Uthai Thani,,,610403

        """

    private func names(
        _ home: AccountHome, _ language: Language, typed: String
    ) async throws -> [String] {
        try await home.store.searchOrganisations(typed: typed).map { $0.summary.name(language) }.sorted()
    }

    @Test("are shown with their districts, in each language; a name that is alone there stays as it is")
    func districts() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(AccountHome.header + Self.twins)
            #expect(
                try await names(home, .thai, typed: "แสนตอ") == [
                    "องค์การบริหารส่วนตำบลแสนตอ อำเภอตรอน", "องค์การบริหารส่วนตำบลแสนตอ อำเภอน้ำปาด",
                ])
            #expect(
                try await names(home, .english, typed: "แสนตอ") == [
                    "Saen To SAO, Nam Pat District", "Saen To SAO, Tron District",
                ])
            #expect(
                try await names(home, .thai, typed: "น้ำริด")
                    == ["องค์การบริหารส่วนตำบลน้ำริด", "องค์การบริหารส่วนตำบลน้ำริด"])
        }
    }

    @Test("are shown with their codes where the district does not tell them apart, or is not known")
    func codes() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(
                AccountHome.header + """
                    T-1,SubdistrictMunicipality,เทศบาลตำบลตรอน,Tron,\(Self.province)530201
                    T-2,SubdistrictMunicipality,เทศบาลตำบลตรอน,Tron,\(Self.province)530201 530202
                    T-3,SubdistrictMunicipality,เทศบาลตำบลตรอน,Tron,\(Self.province)

                    """)
            #expect(
                try await names(home, .thai, typed: "ตรอน") == [
                    "เทศบาลตำบลตรอน (T-3)", "เทศบาลตำบลตรอน อำเภอตรอน (T-1)",
                    "เทศบาลตำบลตรอน อำเภอตรอน (T-2)",
                ])
        }
    }

    @Test("are found by the name under which they are shown and chosen")
    func chosen() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(AccountHome.header + Self.twins)
            for entry in try await home.store.searchOrganisations(typed: "แสนตอ") {
                for language in [Language.thai, .english] {
                    let typed = entry.summary.placedName(language)
                    #expect(try await home.codes(typed: typed).contains(entry.code), "\(typed)")
                }
            }
        }
    }

    @Test("are told apart from the import of the second on, and no more once one is called otherwise")
    func twins() async throws {
        try await AccountHome.with { home in
            let lines = Self.twins.split(separator: "\n").map { $0 + "\n" }
            try await home.importSheet(AccountHome.header + lines[0])
            #expect(try await names(home, .thai, typed: "แสนตอ") == ["องค์การบริหารส่วนตำบลแสนตอ"])
            try await home.importSheet(AccountHome.header + lines[1])
            #expect(try await names(home, .thai, typed: "แสนตอ").count { $0.contains("อำเภอ") } == 2)
            try await home.importSheet(
                AccountHome.header
                    + lines[1].replacing("แสนตอ", with: "ดอกบัว").replacing("Saen To", with: "Lotus"))
            #expect(try await names(home, .thai, typed: "แสนตอ") == ["องค์การบริหารส่วนตำบลแสนตอ"])
            #expect(try await names(home, .english, typed: "ดอกบัว") == ["Lotus SAO"])
        }
    }

    @Test("get their districts when a database of an earlier version is made ready")
    func earlier() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(AccountHome.header + Self.twins)
            try await home.store.database.write {
                try $0.execute("update organisation set apart_th = '', apart_en = ''")
            }
            try await home.store.refreshSearch()
            #expect(try await names(home, .thai, typed: "แสนตอ").count { $0.contains("อำเภอ") } == 2)
        }
    }

    @Test("with the province behind are told apart in the whole country, and no province is said twice")
    func placed() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(AccountHome.sheet + Self.twins)
            func placed(_ typed: String, _ language: Language) async throws -> Set<String> {
                Set(
                    try await home.store.searchOrganisations(typed: typed)
                        .map { $0.summary.placedName(language) })
            }
            #expect(
                try await placed("น้ำริด", .thai) == [
                    "องค์การบริหารส่วนตำบลน้ำริด จังหวัดอุตรดิตถ์", "องค์การบริหารส่วนตำบลน้ำริด จังหวัดอุทัยธานี",
                ])
            #expect(
                try await placed("น้ำริด", .english) == ["Nam Rit SAO, Uttaradit", "Nam Rit SAO, Uthai Thani"])
            #expect(try await placed("อบจ.สมุทรปราการ", .thai) == ["องค์การบริหารส่วนจังหวัดสมุทรปราการ"])
            #expect(
                try await placed("สำนักงานตัวอย่างบางปู", .thai) == ["สำนักงานตัวอย่างบางปู กรุงเทพมหานคร"])
        }
    }

    @Test("have their districts in letters about memberships, with the province")
    func letters() async throws {
        try await AccountHome.with { home in
            try await home.importSheet(AccountHome.header + Self.twins)
            let person = try await home.person("officer@example.go.th")
            let town = try #require(
                try await home.store.searchOrganisations(typed: "แสนตอ").first { $0.code == "SAO-530402" })
            try await home.store.claimMembership(person, town.id, at: AccountHome.start)
            let letter = try await home.letters(to: "officer@example.go.th").last
            let wanted = "organisation=องค์การบริหารส่วนตำบลแสนตอ อำเภอน้ำปาด จังหวัดอุตรดิตถ์"
            #expect(letter?.split(separator: "\n").contains { $0.hasSuffix(wanted) } == true)
        }
    }
}
