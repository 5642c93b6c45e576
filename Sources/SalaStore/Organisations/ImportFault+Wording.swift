import SalaEngine
import SalaThai

extension ImportFault.Kind {
    /// What is wrong and what to write instead.
    var words: Sentence {
        switch self {
        case .syntax(let kind): kind.words
        case .empty: "the file is empty; its first line names the columns: \(Self.columns)"
        case .separator("\t"): "tabs stand between the fields; save the file with commas between them"
        case .separator(let sign):
            "`\(sign)` stands between the fields; save the file with commas between them"
        case .missingColumns(let names) where names.count == LocalGovernment.columns.count:
            "no column has a name that is known; the first line names the columns: \(Self.columns)"
        case .missingColumns(let names) where names.count == 1: "the first line lacks the column \(names[0])"
        case .missingColumns(let names):
            "the first line lacks the columns \(names.joined(separator: ", "))"
        case .repeatedColumn(let name): "the column \(name) is there twice"
        case .fieldCount(let wanted, let given): "\(given) fields, but the first line names \(wanted) columns"
        case .emptyField(let column): "\(column) is empty"
        case .unknownKind(let kind): "the kind \(kind) is unknown; write one of \(Self.kinds)"
        case .duplicateCode(let code, let line): "the code \(code) stands on line \(line) already"
        case .badCoordinates(let latitude, let longitude, let code):
            "\(code): \(Self.coordinates(latitude, longitude)); mend them, or leave both empty"
        case .badProvince(let code): "the province code \(code) is not two digits"
        case .badSubdistrict(let code): "the subdistrict code \(code) is not six digits"
        }
    }

    private static var columns: String { LocalGovernment.columns.joined(separator: ", ") }
    private static var kinds: String { OrganisationKind.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func coordinates(_ latitude: String, _ longitude: String) -> Sentence {
        guard let north = Double(latitude), let east = Double(longitude) else {
            return "\"\(latitude)\" and \"\(longitude)\" are not degrees as in 13.7535 and 100.5018"
        }
        if OrganisationEntry.Seat(latitude: east, longitude: north) != nil {
            return "latitude \(latitude) and longitude \(longitude) have changed places"
        }
        let wrongLatitude: Sentence = "the latitude \(latitude) is not between 5.5 and 20.6"
        let wrongLongitude: Sentence = "the longitude \(longitude) is not between 97.2 and 105.8"
        if OrganisationEntry.Seat.latitudes.contains(north) {
            return "\(wrongLongitude), where Thailand lies"
        }
        if OrganisationEntry.Seat.longitudes.contains(east) {
            return "\(wrongLatitude), where Thailand lies"
        }
        return "\(wrongLatitude) and \(wrongLongitude), where Thailand lies"
    }
}
