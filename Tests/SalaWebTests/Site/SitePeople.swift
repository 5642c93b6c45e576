import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

/// The people and organisations of the seeded site.
struct SitePeople: Sendable {
    /// The local governments; the entrant is of the first, the rival of the second.
    static let towns = 11

    let office: OrganisationID
    let otherOffice: OrganisationID
    let towns: [OrganisationID]
    /// One person for each town.
    let filers: [PersonID]
    /// Those who are asked to review; the first is the part `judge`.
    let judges: [PersonID]
    /// Waits to be taken into the entrant's organisation.
    let newcomer: PersonID
    private let parts: [Part: PersonID]

    subscript(_ part: Part) -> PersonID {
        guard let person = parts[part] else { preconditionFailure("\(part) is nobody") }
        return person
    }

    /// What each part is called; those of judges are secrets that entrants must not learn.
    static func name(_ part: Part) -> String {
        switch part {
        case .nobody: ""
        case .citizen: "ประชาชน (ตัวอย่าง)"
        case .entrant: "ผู้ยื่น ก (ตัวอย่าง)"
        case .rival: "ผู้ยื่น ข (ตัวอย่าง)"
        case .screener: "ผู้ตรวจ (ตัวอย่าง)"
        case .judge: "นามกรรมการหนึ่ง"
        case .otherJudge: "นามกรรมการสี่"
        case .chair: "ประธาน (ตัวอย่าง)"
        case .officer: "เจ้าหน้าที่ (ตัวอย่าง)"
        case .neighbour: "เจ้าหน้าที่อื่น (ตัวอย่าง)"
        }
    }

    init(_ store: Store, _ clock: SiteClock) async throws {
        var lines = [LocalGovernment.columns.joined(separator: ",")]
        lines += ["O-1,Agency,สำนักงานตัวอย่าง,Example Office,10,กรุงเทพมหานคร,Bangkok,,,"]
        lines += ["O-2,Agency,สำนักงานอื่น,Other Office,10,กรุงเทพมหานคร,Bangkok,,,"]
        let letters = ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ", "ฌ", "ญ", "ฎ"]
        for (index, letter) in letters.enumerated() {
            let place = index < 6 ? "50,เชียงใหม่,Chiang Mai" : "30,นครราชสีมา,Nakhon Ratchasima"
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            lines += [
                "T-\(number),TownMunicipality,เทศบาลเมืองตัวอย่าง \(letter),Example Town \(number),\(place),,,"
            ]
        }
        let sheet = lines.joined(separator: "\n") + "\n"
        _ = try await store.importOrganisations(csv: Array(sheet.utf8), at: clock.tick())
        let ids = try await store.database.read { connection in
            try connection.rows("select id from organisation order by code")
                .map { OrganisationID(try $0.get("id")) }
        }
        (office, otherOffice) = (ids[0], ids[1])
        towns = Array(ids[2...])
        try #require(towns.count == SitePeople.towns)

        func enrol(_ email: String, _ name: String) async throws -> PersonID {
            try await store.enrol(
                email: "\(email)@people.example", name: name, language: .thai, at: clock.tick())
        }
        var parts: [Part: PersonID] = [:]
        for part in Part.allCases where part != .nobody {
            parts[part] = try await enrol(part.rawValue, SitePeople.name(part))
        }
        var filers = [try #require(parts[.entrant]), try #require(parts[.rival])]
        for number in 3...SitePeople.towns {
            filers.append(try await enrol("filer-\(number)", "ผู้ยื่นลำดับ \(number) (ตัวอย่าง)"))
        }
        for (filer, town) in zip(filers, towns) {
            try await store.grantMembership(filer, town, role: .member, at: clock.tick())
        }
        let second = try await enrol("judge-2", "นามกรรมการสอง")
        let third = try await enrol("judge-3", "นามกรรมการสาม")
        judges = [try #require(parts[.judge]), second, third]
        newcomer = try await enrol("newcomer", "ผู้มาใหม่ (ตัวอย่าง)")
        self.filers = filers
        self.parts = parts
        try await store.grantMembership(self[.officer], office, role: .officer, at: clock.tick())
        try await store.grantMembership(self[.neighbour], otherOffice, role: .officer, at: clock.tick())
        try await store.claimMembership(newcomer, towns[0], at: clock.tick())
    }
}
