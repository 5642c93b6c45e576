public import Foundation

extension Places {
    /// Reads `provinces.json`, `districts.json` and `subdistricts.json` of the folder that
    /// `Scripts/fetch-places` fills; throws Foundation's errors when one is absent or malformed.
    public init(folder: URL) throws {
        func read<Place: Decodable>(_ name: String, as type: Place.Type) throws -> [Place] {
            let contents = try Data(contentsOf: folder.appendingPathComponent(name))
            return try JSONDecoder().decode([Place].self, from: contents)
        }
        self.init(
            provinces: try read("provinces.json", as: Province.self),
            districts: try read("districts.json", as: District.self),
            subdistricts: try read("subdistricts.json", as: Subdistrict.self))
    }
}
