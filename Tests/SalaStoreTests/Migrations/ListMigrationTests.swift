import Foundation
import SalaDatabase
import Testing

@testable import SalaStore

@Suite("The migration of lists")
struct ListMigrationTests {
    @Test("counts what was filed before it ran")
    func backfill() async throws {
        let database = try Database(url: "sqlite::memory:")
        _ = try await database.migrate(Migrations.all.filter { $0.number < 14 })
        try await database.write { connection in
            try connection.script(
                """
                insert into person (id, email, name, language, created_at) values ('p', 'p@x', 'P', 'th', 0);
                insert into organisation (id, code, kind, name_th, name_en, province_code, province_th,
                    province_en, subdistricts, typed)
                    values ('o', 'O', 'k', 'o', 'o', '50', 'ช', 'C', '', '');
                insert into programme_version (id, programme, number, digest, files, published_at)
                    values ('v', 'v', 1, '', '', 0);
                insert into call (id, handle, programme, version_id, organisation_id, state, opens_at, filed,
                    snapshot, head) values ('c', 'c', 'v', 'v', 'o', 'published', 0, 3, '{}', '');
                """)
            let rows: [(id: String, stage: String, filed: Int?, isPublic: Bool)] = [
                ("1", "checking", 5, false), ("2", "checking", 6, false), ("3", "won", 7, true),
                ("4", "draft", nil, false),
            ]
            for row in rows {
                try connection.execute(
                    """
                    insert into submission (call_id, id, applicant_id, stage, title, is_public, started_at,
                        filed_at, updated_at, snapshot, head)
                    values ('c', \(row.id), 'p', \(row.stage), '', \(row.isPublic), 0, \(row.filed), 0,
                        '{}', '')
                    """)
                try connection.execute(
                    """
                    insert into facet (call_id, submission_id, name, value)
                    values ('c', \(row.id), 'k', 'x')
                    """)
            }
        }
        _ = try await database.migrate(Migrations.all)
        let lines = try await database.read { connection in
            try connection.rows(
                "select name, value, stage, is_public, count from filed_count order by name, stage"
            ).map { row -> String in
                let words: [String] = try ["name", "value", "stage"].map { try row.get($0) }
                let numbers: [Int] = try ["is_public", "count"].map { try row.get($0) }
                return "\(words.joined(separator: "/")) \(numbers[0]) \(numbers[1])"
            }
        }
        #expect(lines == ["//checking 0 2", "//won 1 1", "k/x/checking 0 2", "k/x/won 1 1"])
        try database.close()
    }
}
