/// One of the 77 provinces (จังหวัด), Bangkok among them.
public struct Province: Hashable, Codable, Sendable {
    /// The two digits of the Department of Provincial Administration.
    public var code: String
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

    /// The name as addresses have it, as in `จังหวัดอุตรดิตถ์` or `Uttaradit`.
    public static func titled(_ name: String, code: String, thai: Bool) -> String {
        thai && code != bangkok ? "จังหวัด\(name)" : name
    }

    /// Bangkok's code: its districts and subdistricts have names of their own kind.
    static let bangkok = "10"
}
