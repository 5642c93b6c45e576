/// A local administrative organisation (องค์กรปกครองส่วนท้องถิ่น).
public struct LocalGovernment: Hashable, Sendable {
    /// The forms that Thai law gives to local governments; the raw value is how files write it.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case metropolitan = "Metropolitan"
        case provincialOrganisation = "PAO"
        case special = "Special"
        case cityMunicipality = "CityMunicipality"
        case townMunicipality = "TownMunicipality"
        case subdistrictMunicipality = "SubdistrictMunicipality"
        case subdistrictOrganisation = "SAO"
    }

    /// The kind and the digits of its area, as in `SAO-110111`; unique in a list.
    public var code: String
    public var kind: Kind
    public var thaiName: String
    public var englishName: String
    public var province: Province
    /// The subdistricts it covers, when they are known.
    public var subdistrictCodes: [String]

    /// Forms the code and both names from the kind, the area's digits and the names of the place.
    public init(
        kind: Kind, area: String, thai: String, english: String, province: Province, covering: [String]
    ) {
        code = "\(kind.rawValue)-\(area)"
        self.kind = kind
        thaiName = kind.thaiName(of: thai)
        englishName = kind.englishName(of: english)
        self.province = province
        subdistrictCodes = covering
    }
}

extension LocalGovernment.Kind {
    /// The official Thai name of the organisation of a place, as in `เทศบาลนครขอนแก่น`.
    public func thaiName(of place: String) -> String {
        switch self {
        case .metropolitan: place
        case .provincialOrganisation: "องค์การบริหารส่วนจังหวัด\(place)"
        case .special: "เมือง\(place)"
        case .cityMunicipality: "เทศบาลนคร\(place)"
        case .townMunicipality: "เทศบาลเมือง\(place)"
        case .subdistrictMunicipality: "เทศบาลตำบล\(place)"
        case .subdistrictOrganisation: "องค์การบริหารส่วนตำบล\(place)"
        }
    }

    /// The English name of the organisation of a place, as in `Khon Kaen City Municipality`.
    public func englishName(of place: String) -> String {
        switch self {
        case .metropolitan: "\(place) Metropolitan Administration"
        case .provincialOrganisation: "\(place) Provincial Administrative Organization"
        case .special: "\(place) City"
        case .cityMunicipality: "\(place) City Municipality"
        case .townMunicipality: "\(place) Town Municipality"
        case .subdistrictMunicipality: "\(place) Subdistrict Municipality"
        case .subdistrictOrganisation: "\(place) Subdistrict Administrative Organization"
        }
    }
}
