import Foundation
import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Brings the organisations to what the file says, matched by their codes; those it does not name stay as
    /// they are. Throws `ImportFaults`, and then nothing has changed.
    ///
    /// - Parameters:
    ///   - csv: `LocalGovernment.columns` on the first line, in UTF-8.
    ///   - withoutBadSeats: takes lines whose coordinates are wrong without them, and reports them.
    public func importOrganisations(
        csv: [UInt8], withoutBadSeats: Bool = false, at now: Instant
    ) async throws -> ImportReport {
        let sheet = try OrganisationSheet(csv: csv, withoutBadSeats: withoutBadSeats)
        let (report, changed) = try await database.write { connection in
            let known = try connection.organisationLines()
            var report = ImportReport(new: 0, changed: 0, unchanged: 0, withoutSeat: sheet.badSeats)
            var changed: [String] = []
            for line in sheet.lines {
                if known[line.code] == line {
                    report.unchanged += 1
                    continue
                }
                if known[line.code] == nil { report.new += 1 } else { changed.append(line.code) }
                try connection.keep(line, at: now)
            }
            report.changed = changed.count
            if report.new + report.changed > 0 {
                changed += try tellOrganisationsApart(in: connection)
                try connection.raise([.organisations])
            }
            return (report, try outdated(by: changed, in: connection))
        }
        try await refreshSearch(of: changed)
        return report
    }
}

extension Connection {
    fileprivate func organisationLines() throws -> [String: OrganisationSheet.Line] {
        var lines: [String: OrganisationSheet.Line] = [:]
        try each("select " + OrganisationEntry.columns + " from organisation") { row in
            let entry = try OrganisationEntry(row)
            guard let kind = entry.kind else { return }
            lines[entry.code] = OrganisationSheet.Line(
                code: entry.code, kind: kind, nameThai: entry.summary.nameThai,
                nameEnglish: entry.summary.nameEnglish, provinceCode: entry.summary.provinceCode,
                provinceThai: entry.summary.provinceThai, provinceEnglish: entry.summary.provinceEnglish,
                seat: entry.seat, subdistricts: entry.subdistricts.joined(separator: " "))
        }
        return lines
    }

    /// Writes the line; what is found under it is written when all lines are there.
    fileprivate func keep(_ line: OrganisationSheet.Line, at now: Instant) throws {
        try execute(
            """
            insert into organisation (id, code, kind, name_th, name_en, province_code, province_th,
                province_en, latitude, longitude, subdistricts, typed)
            values (\(UUID.version7(at: now)), \(line.code), \(line.kind.rawValue), \(line.nameThai),
                \(line.nameEnglish), \(line.provinceCode), \(line.provinceThai), \(line.provinceEnglish),
                \(line.seat?.latitude), \(line.seat?.longitude), \(line.subdistricts), '')
            on conflict (code) do update set kind = excluded.kind, name_th = excluded.name_th,
                name_en = excluded.name_en, province_code = excluded.province_code,
                province_th = excluded.province_th, province_en = excluded.province_en,
                latitude = excluded.latitude, longitude = excluded.longitude,
                subdistricts = excluded.subdistricts, typed = excluded.typed
            """)
    }
}
