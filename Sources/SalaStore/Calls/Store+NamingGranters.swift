import SalaDatabase
import SalaEngine

extension Store {
    /// The names of those who granted late access in the call: one query, and none where nobody did.
    func granters(of call: Call, _ connection: Connection) throws -> [PersonID: String] {
        let people = Set((call.lateAccesses ?? []).map(\.grantedBy)).map(\.uuid).sorted()
        guard !people.isEmpty else { return [:] }
        let rows = try connection.rows("select id, name from person where id in \(list: people)")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id("id"), try $0.get("name")) })
    }
}
