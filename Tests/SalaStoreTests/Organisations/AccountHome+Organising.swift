import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

extension AccountHome {
    static let header = """
        code,kind,name_th,name_en,province_code,province_th,province_en,latitude,longitude,subdistrict_codes

        """

    /// A few offices whose names overlap.
    static let sheet =
        header + """
            PAO-11,PAO,องค์การบริหารส่วนจังหวัดสมุทรปราการ,Samut Prakan Provincial Administrative \
            Organization,11,\
            สมุทรปราการ,Samut Prakan,13.5991,100.5966,
            TownMunicipality-110190,TownMunicipality,เทศบาลเมืองบางปู,Bang Pu Town Municipality,11,\
            สมุทรปราการ,\
            Samut Prakan,13.52,100.65,110105 110106
            SubdistrictMunicipality-110107,SubdistrictMunicipality,เทศบาลตำบลบางปูใหม่,\
            Bang Pu Mai Subdistrict Municipality,11,สมุทรปราการ,Samut Prakan,,,110107
            SAO-110111,SAO,องค์การบริหารส่วนตำบลบางโปรง,Bang Prong Subdistrict Administrative \
            Organization,11,\
            สมุทรปราการ,Samut Prakan,13.6213,100.5618,110111
            SAO-302101,SAO,องค์การบริหารส่วนตำบลบางปู,Bang Pu Subdistrict Administrative \
            Organization,30,นครราชสีมา,\
            Nakhon Ratchasima,,,302101
            Agency-1,Agency,สำนักงานตัวอย่างบางปู,"Example Agency, Bang Pu",10,กรุงเทพมหานคร,Bangkok,,,

            """

    @discardableResult
    func importSheet(_ text: String = sheet) async throws -> ImportReport {
        try await store.importOrganisations(csv: Array(text.utf8), at: AccountHome.start)
    }

    /// That many of the offices, at most six.
    func organisations(_ count: Int) async throws -> [OrganisationID] {
        try await importSheet()
        return try await store.database.read { connection in
            try connection.rows("select id from organisation order by code limit \(count)")
                .map { OrganisationID(try $0.get("id") as UUID) }
        }
    }

    func codes(typed: String, limit: Int = 10) async throws -> [String] {
        try await store.searchOrganisations(typed: typed, limit: limit).map(\.code)
    }
}
