import SalaThai

/// A list of organisations read from CSV, in which nothing is wrong.
struct OrganisationSheet: Sendable {
    struct Line: Equatable, Sendable {
        var code: String
        var kind: OrganisationKind
        var nameThai: String
        var nameEnglish: String
        var provinceCode: String
        var provinceThai: String
        var provinceEnglish: String
        var seat: OrganisationEntry.Seat?
        var subdistricts: String
    }

    private(set) var lines: [Line] = []
    /// The coordinates that were left out.
    private(set) var badSeats: [ImportFault] = []

    /// Throws all that is wrong, not only the first; wrong coordinates are left out instead if that is asked
    /// for.
    init(csv bytes: [UInt8], withoutBadSeats: Bool) throws(ImportFaults) {
        let records: [CSV.Record]
        do {
            records = try CSV.records(bytes)
        } catch {
            throw ImportFaults([ImportFault(line: error.line, kind: .syntax(error.kind))])
        }
        var faults: [ImportFault] = []
        let header = Header(records.first, &faults)
        guard faults.isEmpty else { throw ImportFaults(faults) }
        var firstLines: [String: Int] = [:]
        for record in records.dropFirst() {
            var (line, badSeat) = header.line(record, &faults)
            if let badSeat {
                if withoutBadSeats { badSeats.append(badSeat) } else { faults.append(badSeat); line = nil }
            }
            guard let line else { continue }
            if let first = firstLines[line.code] {
                faults.append(
                    ImportFault(line: record.line, kind: .duplicateCode(line.code, firstLine: first)))
                continue
            }
            firstLines[line.code] = record.line
            lines.append(line)
        }
        guard faults.isEmpty else { throw ImportFaults(faults) }
    }
}

/// Where the columns stand, in whatever order; columns of other names are passed over.
private struct Header {
    private let places: [String: Int]
    private let width: Int

    /// Signs that spreadsheets write in place of commas.
    private static let separators: [Character] = [";", "\t", "|"]

    init(_ record: CSV.Record?, _ faults: inout [ImportFault]) {
        let names = (record?.fields ?? []).map { $0.filter { !$0.isWhitespace } }
        let line = record?.line ?? 1
        let missing = LocalGovernment.columns.filter { !names.contains($0) }
        let only = record.flatMap { $0.fields.count == 1 ? $0.fields[0] : nil }
        let separator = only.flatMap { only in Header.separators.first { only.contains($0) } }
        if record == nil {
            faults.append(ImportFault(line: 1, kind: .empty))
        } else if let separator {
            faults.append(ImportFault(line: line, kind: .separator(separator)))
        } else if !missing.isEmpty {
            faults.append(ImportFault(line: line, kind: .missingColumns(missing)))
        }
        for column in LocalGovernment.columns where names.count(where: { $0 == column }) > 1 {
            faults.append(ImportFault(line: line, kind: .repeatedColumn(column)))
        }
        places = Dictionary(zip(names, names.indices)) { first, _ in first }
        width = names.count
    }

    /// No line when something is wrong, which is then among the faults; wrong coordinates are told apart.
    func line(
        _ record: CSV.Record, _ faults: inout [ImportFault]
    ) -> (OrganisationSheet.Line?, badSeat: ImportFault?) {
        let before = faults.count
        func report(_ kind: ImportFault.Kind) { faults.append(ImportFault(line: record.line, kind: kind)) }
        guard record.fields.count == width else {
            report(.fieldCount(wanted: width, given: record.fields.count))
            return (nil, nil)
        }
        func field(_ column: String) -> String {
            guard let place = places[column] else { preconditionFailure("\(column) was looked for") }
            return record.fields[place].onOneLine
        }
        for column in LocalGovernment.columns.prefix(7) where field(column).isEmpty {
            report(.emptyField(column))
        }
        let kind = OrganisationKind(rawValue: field("kind"))
        if kind == nil, !field("kind").isEmpty { report(.unknownKind(field("kind"))) }
        let province = field("province_code")
        if !province.isEmpty, !isDigits(province, 2) { report(.badProvince(province)) }
        let subdistricts = field("subdistrict_codes")
        for code in subdistricts.split(separator: " ").map(String.init) where !isDigits(code, 6) {
            report(.badSubdistrict(code))
        }
        let (latitude, longitude) = (field("latitude"), field("longitude"))
        let seat = Double(latitude).flatMap { north in
            Double(longitude).flatMap { OrganisationEntry.Seat(latitude: north, longitude: $0) }
        }
        let isBad = seat == nil && !(latitude + longitude).isEmpty
        let badSeat = ImportFault(
            line: record.line,
            kind: .badCoordinates(latitude: latitude, longitude: longitude, of: field("code")))
        guard faults.count == before, let kind else { return (nil, isBad ? badSeat : nil) }
        let line = OrganisationSheet.Line(
            code: field("code"), kind: kind, nameThai: field("name_th"), nameEnglish: field("name_en"),
            provinceCode: province, provinceThai: field("province_th"), provinceEnglish: field("province_en"),
            seat: seat, subdistricts: subdistricts)
        return (line, isBad ? badSeat : nil)
    }

    private func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
