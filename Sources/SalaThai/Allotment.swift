/// Which place gets which kind of municipality, spread evenly and always alike.
struct Allotment {
    /// Codes of the provinces whose capital is a city.
    var cities: Set<String>
    /// Codes of the districts, capitals apart, whose seat is a town.
    var towns: Set<String>
    /// Codes of the subdistricts with a municipality of their own.
    var municipalities: Set<String> = []
    /// Codes of the subdistricts with an administrative organisation.
    var organisations: Set<String> = []

    /// Allots the proportions of the country's 76 provinces, 802 other districts and 7,037 other
    /// subdistricts.
    init(_ places: Places) {
        let districts = places.districts.filter { $0.provinceCode != Province.bangkok }
        let sizes = Dictionary(grouping: places.subdistricts, by: \.provinceCode).mapValues(\.count)
        let capitals = Set(districts.filter(\.isCapital).map(\.provinceCode))
        cities = Allotment.largest(30, of: 76, capitals) { sizes[$0] ?? 0 }
        towns = Allotment.largest(143, of: 802, Set(districts.filter { !$0.isCapital }.map(\.code))) {
            places.subdistricts(ofDistrict: $0).count
        }
        var seatCount = 0
        var otherCount = 0
        for district in districts {
            let isTaken = district.isCapital || towns.contains(district.code)
            for (index, place) in places.subdistricts(ofDistrict: district.code).enumerated() {
                if index == 0, isTaken { continue }
                // A market town is often a municipality while the land around it keeps an organisation.
                let isSeat = index == 0
                let both = isSeat && Allotment.isChosen(seatCount, share: 516, of: 659)
                if isSeat { seatCount += 1 }
                let isMunicipality = both || Allotment.isChosen(otherCount, share: 1735, of: 6521)
                if !both { otherCount += 1 }
                if isMunicipality { municipalities.insert(place.code) }
                if both || !isMunicipality { organisations.insert(place.code) }
            }
        }
    }

    /// The subdistrict that a district's city or town covers: the first one.
    func seat(of district: District, _ places: Places) -> ArraySlice<Subdistrict> {
        places.subdistricts(ofDistrict: district.code).prefix(1)
    }

    private static func largest(
        _ share: Int, of whole: Int, _ codes: Set<String>, by size: (String) -> Int
    ) -> Set<String> {
        let sized = codes.map { (code: $0, size: size($0)) }
        let ranked = sized.sorted { ($1.size, $0.code) < ($0.size, $1.code) }
        return Set(ranked.prefix((codes.count * share + whole / 2) / whole).map(\.code))
    }

    /// True for `share` of every `whole` indices in a row, evenly spaced.
    private static func isChosen(_ index: Int, share: Int, of whole: Int) -> Bool {
        (index + 1) * share / whole != index * share / whole
    }
}
