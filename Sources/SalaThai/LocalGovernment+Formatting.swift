extension LocalGovernment {
    /// The columns of a list of local governments as a CSV file, in order.
    public static let columns = [
        "code", "kind", "name_th", "name_en", "province_code", "province_th", "province_en",
        "latitude", "longitude", "subdistrict_codes",
    ]

    /// The values of `columns`; the place of a seat is not known, so latitude and longitude are empty.
    public var fields: [String] {
        [
            code, kind.rawValue, thaiName, englishName,
            province.code, province.thaiName, province.englishName,
            "", "", subdistrictCodes.joined(separator: " "),
        ]
    }
}

extension LocalGovernments {
    /// The list as a CSV file (RFC 4180, but lines end in a line feed) with `LocalGovernment.columns` first.
    public static func csv(_ governments: [LocalGovernment]) -> String {
        ([LocalGovernment.columns] + governments.map(\.fields))
            .map { $0.map(quoted).joined(separator: ",") + "\n" }
            .joined()
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { "\",\n\r".contains($0) }) else { return field }
        return "\"\(field.replacing("\"", with: "\"\""))\""
    }
}
