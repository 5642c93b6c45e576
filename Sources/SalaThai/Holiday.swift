public import Foundation

/// A day on which government offices are closed, with its name.
public struct Holiday: Hashable, Codable, Sendable {
    public var date: LocalDate
    public var thaiName: String
    public var englishName: String

    enum CodingKeys: String, CodingKey {
        case date
        case thaiName = "thai"
        case englishName = "english"
    }

    public init(date: LocalDate, thaiName: String, englishName: String) {
        self.date = date
        self.thaiName = thaiName
        self.englishName = englishName
    }

    /// Reads `holidays.json` of the folder; throws Foundation's errors when it is absent or malformed.
    public static func read(folder: URL) throws -> [Holiday] {
        let file = folder.appendingPathComponent("holidays.json")
        return try JSONDecoder().decode([Holiday].self, from: Data(contentsOf: file))
    }
}
