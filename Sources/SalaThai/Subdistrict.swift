/// A subdistrict (ตำบล), or in Bangkok a แขวง.
public struct Subdistrict: Hashable, Codable, Sendable {
    /// The six digits of the Department of Provincial Administration; the first four are the district's.
    public var code: String
    public var thaiName: String
    public var englishName: String
    /// One postcode of five digits or more than one, where parts of the subdistrict differ.
    public var postcodes: [String]

    enum CodingKeys: String, CodingKey {
        case code
        case thaiName = "thai"
        case englishName = "english"
        case postcodes
    }

    public init(code: String, thaiName: String, englishName: String, postcodes: [String]) {
        self.code = code
        self.thaiName = thaiName
        self.englishName = englishName
        self.postcodes = postcodes
    }

    public var districtCode: String { String(code.prefix(4)) }
    public var provinceCode: String { String(code.prefix(2)) }
}
