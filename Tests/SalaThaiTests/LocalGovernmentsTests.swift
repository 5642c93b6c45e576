import Foundation
import SalaThai
import Testing

@Suite struct LocalGovernmentsTests {
    static let forms: [(LocalGovernment.Kind, thai: String, english: String)] = [
        (.provincialOrganisation, "องค์การบริหารส่วนจังหวัดก", "K Provincial Administrative Organization"),
        (.cityMunicipality, "เทศบาลนครก", "K City Municipality"),
        (.townMunicipality, "เทศบาลเมืองก", "K Town Municipality"),
        (.subdistrictMunicipality, "เทศบาลตำบลก", "K Subdistrict Municipality"),
        (.subdistrictOrganisation, "องค์การบริหารส่วนตำบลก", "K Subdistrict Administrative Organization"),
        (.metropolitan, "ก", "K Metropolitan Administration"),
        (.special, "เมืองก", "K City"),
    ]

    @Test("Names follow the law's forms in Thai and English", arguments: forms)
    func names(kind: LocalGovernment.Kind, thai: String, english: String) {
        #expect(kind.thaiName(of: "ก") == thai)
        #expect(kind.englishName(of: "K") == english)
    }

    /// Bangkok and one province of two districts with three subdistricts each.
    let small = Places(
        provinces: [
            Province(code: "10", thaiName: "กรุงเทพมหานคร", englishName: "Bangkok"),
            Province(code: "91", thaiName: "สาธิต", englishName: "Demo"),
        ],
        districts: [
            District(code: "1001", thaiName: "เขตหนึ่ง", englishName: "One"),
            District(code: "9101", thaiName: "เมืองสาธิต", englishName: "Mueang Demo"),
            District(code: "9102", thaiName: "สอง", englishName: "Two"),
        ],
        subdistricts: ["100101", "910101", "910102", "910103", "910201", "910202", "910203"].map {
            Subdistrict(code: $0, thaiName: "ต\($0)", englishName: "T\($0)", postcodes: ["10000"])
        })

    @Test("Bangkok has one government, and every other subdistrict has at least one of its own or its town's")
    func smallCountry() {
        let all = LocalGovernments.synthesised(from: small)
        #expect(all.filter { $0.province.code == "10" }.map(\.thaiName) == ["กรุงเทพมหานคร"])
        #expect(all.filter { $0.kind == .provincialOrganisation }.map(\.code) == ["PAO-91"])
        let capital = all.first { $0.thaiName == "เทศบาลเมืองสาธิต" }
        #expect(capital?.englishName == "Demo Town Municipality")
        let covered = Set(all.flatMap(\.subdistrictCodes))
        #expect(covered == Set(small.subdistricts.map(\.code)).subtracting(["100101"]))
    }

    @Test("The CSV has the columns of the register and one line for each organisation")
    func csv() {
        let all = LocalGovernments.synthesised(from: small)
        let lines = LocalGovernments.csv(all).split(separator: "\n")
        #expect(lines.count == all.count + 1)
        #expect(
            lines[0] == "code,kind,name_th,name_en,province_code,province_th,province_en,"
                + "latitude,longitude,subdistrict_codes")
        #expect(
            lines[1] == "Metropolitan-10,Metropolitan,กรุงเทพมหานคร,Bangkok Metropolitan Administration,"
                + "10,กรุงเทพมหานคร,Bangkok,,,")
    }

    @Test(
        "The country's list keeps the real proportions, the same each time",
        .enabled(if: FetchedFolder.isFilled))
    func country() throws {
        let places = try Places(folder: FetchedFolder.url)
        let all = LocalGovernments.synthesised(from: places)
        #expect(all == LocalGovernments.synthesised(from: places))
        #expect(Set(all.map(\.code)).count == all.count)
        let counts = Dictionary(grouping: all, by: \.kind).mapValues(\.count)
        let real: [LocalGovernment.Kind: Int] = [
            .metropolitan: 1, .special: 1, .provincialOrganisation: 76, .cityMunicipality: 30,
            .townMunicipality: 189, .subdistrictMunicipality: 2251, .subdistrictOrganisation: 5302,
        ]
        for (kind, count) in real {
            let made = counts[kind, default: 0]
            #expect(abs(made - count) <= count / 100, "\(kind): \(made), not \(count)")
        }
        #expect(all.contains { $0.thaiName == "เมืองพัทยา" && $0.englishName == "Pattaya City" })
        #expect(all.contains { $0.thaiName == "เทศบาลนครขอนแก่น" })
    }
}
