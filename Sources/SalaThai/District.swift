/// A district of a province (อำเภอ), or of Bangkok (เขต).
public struct District: Hashable, Codable, Sendable {
    /// The four digits of the Department of Provincial Administration; the first two are the province's.
    public var code: String
    /// The name as the department writes it: Bangkok's begin with เขต, the others have no prefix.
    public var thaiName: String
    public var englishName: String

    enum CodingKeys: String, CodingKey {
        case code
        case thaiName = "thai"
        case englishName = "english"
    }

    public init(code: String, thaiName: String, englishName: String) {
        self.code = code
        self.thaiName = thaiName
        self.englishName = englishName
    }

    public var provinceCode: String { String(code.prefix(2)) }

    /// The name as addresses have it, as in `อำเภอตรอน` or `Tron District`.
    public func titled(thai: Bool) -> String {
        guard thai else { return "\(englishName) District" }
        return provinceCode == Province.bangkok ? thaiName : "อำเภอ\(thaiName)"
    }

    /// True for the district of the provincial seat (อำเภอเมือง), which is always the first; Bangkok has
    /// none.
    public var isCapital: Bool { code.hasSuffix("01") && provinceCode != Province.bangkok }
}
