/// A nation of local governments for demonstrations: real places and naming rules, allotted in the
/// proportions of 2022 (76 provincial organisations, 30 cities, 189 towns, 2,251 subdistrict
/// municipalities, 5,302 subdistrict organisations), though which place has which kind is not the law's.
public enum LocalGovernments {
    /// About 7,850 organisations of the places given, in the order of provinces; the same places give the
    /// same list.
    public static func synthesised(from places: Places) -> [LocalGovernment] {
        let allotment = Allotment(places)
        return places.provinces.flatMap { province in
            province.code == Province.bangkok
                ? [bangkok(province)]
                : governments(of: province, places, allotment)
        }
    }

    private static func bangkok(_ province: Province) -> LocalGovernment {
        LocalGovernment(
            kind: .metropolitan, area: province.code, thai: province.thaiName, english: province.englishName,
            province: province, covering: [])
    }

    private static func governments(
        of province: Province, _ places: Places, _ allotment: Allotment
    ) -> [LocalGovernment] {
        func government(_ kind: LocalGovernment.Kind, of place: Subdistrict) -> LocalGovernment {
            LocalGovernment(
                kind: kind, area: place.code, thai: place.thaiName, english: place.englishName,
                province: province, covering: [place.code])
        }
        var all = [
            LocalGovernment(
                kind: .provincialOrganisation, area: province.code, thai: province.thaiName,
                english: province.englishName, province: province, covering: [])
        ]
        if province.code == "20" { all.append(pattaya(province, places)) }
        let districts = places.districts(ofProvince: province.code)
        let seats = districts.filter { $0.isCapital || allotment.towns.contains($0.code) }
        for (index, district) in seats.enumerated() {
            let isCity = district.isCapital && allotment.cities.contains(province.code)
            all.append(
                LocalGovernment(
                    kind: isCity ? .cityMunicipality : .townMunicipality,
                    area: "\(province.code)\(Digits.padded(99 - index, to: 2))",
                    thai: district.isCapital ? province.thaiName : district.thaiName,
                    english: district.isCapital ? province.englishName : district.englishName,
                    province: province, covering: Array(allotment.seat(of: district, places).map(\.code))))
        }
        for place in districts.flatMap({ places.subdistricts(ofDistrict: $0.code) }) {
            if allotment.municipalities.contains(place.code) {
                all.append(government(.subdistrictMunicipality, of: place))
            }
            if allotment.organisations.contains(place.code) {
                all.append(government(.subdistrictOrganisation, of: place))
            }
        }
        return all
    }

    private static func pattaya(_ province: Province, _ places: Places) -> LocalGovernment {
        LocalGovernment(
            kind: .special, area: "\(province.code)04", thai: "พัทยา", english: "Pattaya", province: province,
            covering: ["200402", "200403", "200406", "200408"].filter { places.subdistrict($0) != nil })
    }
}
