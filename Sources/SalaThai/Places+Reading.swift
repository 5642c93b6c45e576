public import Foundation

extension Places {
    /// Reads `provinces.json`, `districts.json` and `subdistricts.json` of the folder that
    /// `Scripts/fetch-places` fills; throws Foundation's errors when one is absent or malformed.
    public init(folder: URL) throws {
        self.init(
            provinces: try Places.read("provinces.json", of: folder), districts: try Places.districts(folder),
            subdistricts: try Places.read("subdistricts.json", of: folder))
    }

    /// The districts of that folder alone.
    public static func districts(_ folder: URL) throws -> [District] {
        try read("districts.json", of: folder)
    }

    private static func read<Place: Decodable>(_ name: String, of folder: URL) throws -> [Place] {
        let contents = try Data(contentsOf: folder.appendingPathComponent(name))
        return try JSONDecoder().decode([Place].self, from: contents)
    }
}
