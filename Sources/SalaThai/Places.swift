/// The provinces, districts and subdistricts of Thailand, each list in the order of its codes.
public struct Places: Sendable {
    public let provinces: [Province]
    public let districts: [District]
    public let subdistricts: [Subdistrict]

    private let provincesByCode: [String: Province]
    private let districtsByCode: [String: District]
    private let subdistrictsByCode: [String: Subdistrict]
    private let districtsByProvince: [String: [District]]
    private let subdistrictsByDistrict: [String: [Subdistrict]]

    /// Holds the places given; of two with one code the later counts when it is looked up.
    public init(provinces: [Province], districts: [District], subdistricts: [Subdistrict]) {
        self.provinces = provinces.sorted { $0.code < $1.code }
        self.districts = districts.sorted { $0.code < $1.code }
        self.subdistricts = subdistricts.sorted { $0.code < $1.code }
        provincesByCode = Dictionary(self.provinces.map { ($0.code, $0) }) { $1 }
        districtsByCode = Dictionary(self.districts.map { ($0.code, $0) }) { $1 }
        subdistrictsByCode = Dictionary(self.subdistricts.map { ($0.code, $0) }) { $1 }
        districtsByProvince = Dictionary(grouping: self.districts, by: \.provinceCode)
        subdistrictsByDistrict = Dictionary(grouping: self.subdistricts, by: \.districtCode)
    }

    /// The place of an official code, or nil.
    public func province(_ code: String) -> Province? { provincesByCode[code] }
    /// The district with that official code.
    public func district(_ code: String) -> District? { districtsByCode[code] }
    /// The subdistrict with that official code.
    public func subdistrict(_ code: String) -> Subdistrict? { subdistrictsByCode[code] }

    /// The districts of a province, in the order of their codes.
    public func districts(ofProvince code: String) -> [District] { districtsByProvince[code] ?? [] }

    /// The subdistricts of a district, in the order of their codes.
    public func subdistricts(ofDistrict code: String) -> [Subdistrict] { subdistrictsByDistrict[code] ?? [] }

    /// The subdistricts that a postcode serves, in the order of their codes.
    public func subdistricts(ofPostcode postcode: String) -> [Subdistrict] {
        subdistricts.filter { $0.postcodes.contains(postcode) }
    }

    /// The end of an address down to the postcode, as in `ตำบลบางทราย อำเภอเมืองชลบุรี จังหวัดชลบุรี 20000`
    /// or `Bang Sai, Mueang Chon Buri, Chon Buri 20000`; a subdistrict with several postcodes goes without
    /// one.
    public func address(of subdistrict: Subdistrict, thai: Bool) -> String {
        guard let district = district(subdistrict.districtCode),
            let province = province(subdistrict.provinceCode)
        else { return thai ? subdistrict.thaiName : subdistrict.englishName }
        let postcode = subdistrict.postcodes.count == 1 ? " \(subdistrict.postcodes[0])" : ""
        guard thai else {
            return "\(subdistrict.englishName), \(district.englishName), \(province.englishName)\(postcode)"
        }
        if province.code == Province.bangkok {
            return "แขวง\(subdistrict.thaiName) \(district.thaiName) \(province.thaiName)\(postcode)"
        }
        let within = "\(district.titled(thai: true)) จังหวัด\(province.thaiName)"
        return "ตำบล\(subdistrict.thaiName) \(within)\(postcode)"
    }
}
