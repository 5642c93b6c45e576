import Foundation
import SalaThai
import Testing

@Suite struct PlacesTests {
    let places = Places(
        provinces: [
            Province(code: "20", thaiName: "ชลบุรี", englishName: "Chon Buri"),
            Province(code: "10", thaiName: "กรุงเทพมหานคร", englishName: "Bangkok"),
        ],
        districts: [
            District(code: "2001", thaiName: "เมืองชลบุรี", englishName: "Mueang Chon Buri"),
            District(code: "1001", thaiName: "เขตพระนคร", englishName: "Phra Nakhon"),
        ],
        subdistricts: [
            Subdistrict(code: "200105", thaiName: "บางทราย", englishName: "Bang Sai", postcodes: ["20000"]),
            Subdistrict(
                code: "100102", thaiName: "วังบูรพาภิรมย์", englishName: "Wang Burapha Phirom",
                postcodes: ["10200"]),
            Subdistrict(
                code: "200101", thaiName: "บางปลาสร้อย", englishName: "Bang Pla Soi",
                postcodes: ["20000", "20130"]),
        ])

    @Test("Places are found by code, by what they lie in and by postcode, in the order of codes")
    func finding() {
        #expect(places.provinces.map(\.code) == ["10", "20"])
        #expect(places.province("20")?.englishName == "Chon Buri")
        #expect(places.districts(ofProvince: "20").map(\.code) == ["2001"])
        #expect(places.subdistricts(ofDistrict: "2001").map(\.code) == ["200101", "200105"])
        #expect(places.subdistricts(ofPostcode: "20000").map(\.code) == ["200101", "200105"])
        #expect(places.subdistrict("999999") == nil)
        #expect(places.subdistricts(ofDistrict: "9999").isEmpty)
    }

    @Test("An address has the prefixes of its province, and a postcode only when there is one")
    func addresses() throws {
        let chonburi = try #require(places.subdistrict("200105"))
        let thai = places.address(of: chonburi, thai: true)
        #expect(thai == "ตำบลบางทราย อำเภอเมืองชลบุรี จังหวัดชลบุรี 20000")
        #expect(places.address(of: chonburi, thai: false) == "Bang Sai, Mueang Chon Buri, Chon Buri 20000")
        let bangkok = try #require(places.subdistrict("100102"))
        #expect(places.address(of: bangkok, thai: true) == "แขวงวังบูรพาภิรมย์ เขตพระนคร กรุงเทพมหานคร 10200")
        let several = try #require(places.subdistrict("200101"))
        #expect(places.address(of: several, thai: false) == "Bang Pla Soi, Mueang Chon Buri, Chon Buri")
    }

    @Test("The files' keys are code, thai, english and postcodes")
    func decoding() throws {
        let json = #"[{"code":"200105","thai":"บางทราย","english":"Bang Sai","postcodes":["20000"]}]"#
        let decoded = try JSONDecoder().decode([Subdistrict].self, from: Data(json.utf8))
        #expect(decoded.first?.districtCode == "2001")
        #expect(decoded.first?.thaiName == "บางทราย")
    }

    @Test("A folder without the files is refused")
    func missing() {
        #expect(throws: (any Error).self) { try Places(folder: URL(fileURLWithPath: "/nowhere")) }
    }

    @Test("The fetched places are the whole country", .enabled(if: FetchedFolder.isFilled))
    func fetched() throws {
        let country = try Places(folder: FetchedFolder.url)
        #expect(country.provinces.count == 77)
        #expect(country.districts.count > 900)
        #expect(country.subdistricts.count > 7400)
        #expect(country.districts(ofProvince: "10").count == 50)
        #expect(country.districts.allSatisfy { country.province($0.provinceCode) != nil })
        #expect(country.subdistricts.allSatisfy { country.district($0.districtCode) != nil })
        #expect(country.subdistricts.allSatisfy { !$0.postcodes.isEmpty })
        #expect(country.province("20")?.thaiName == "ชลบุรี")
    }

    @Test(
        "The fetched holidays close offices at Songkran but not on Labour Day",
        .enabled(if: FetchedFolder.isFilled))
    func fetchedHolidays() throws {
        let dates = Set(try Holiday.read(folder: FetchedFolder.url).map(\.date))
        let calendar = WorkingCalendar(holidays: dates)
        let songkran = try #require(LocalDate(iso: "2022-04-14"))
        #expect(songkran.weekday == .thursday && !calendar.isWorkingDay(songkran))
        #expect(calendar.isWorkingDay(try #require(LocalDate(iso: "2024-05-01"))))
        // The cabinet's days in lieu: 26 July 2021 stood for Asarnha Bucha on a Saturday.
        #expect(!calendar.isWorkingDay(try #require(LocalDate(iso: "2021-07-26"))))
    }
}
