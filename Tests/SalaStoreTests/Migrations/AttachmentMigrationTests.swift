import Foundation
import SalaDatabase
import Testing

@testable import SalaStore

@Suite("The migration of attachments")
struct AttachmentMigrationTests {
    @Test("names every file that an event names, and leaves what is in a draft open")
    func backfill() async throws {
        let database = try Database(url: "sqlite::memory:")
        _ = try await database.migrate(Migrations.all.filter { $0.number < 15 })
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
                insert into submission (call_id, id, applicant_id, stage, title, is_public, started_at,
                    filed_at, updated_at, snapshot, head)
                    values ('c', 'draft', 'p', 's', '', 0, 0, null, 0, '{}', ''),
                        ('c', 'filed', 'p', 's', '', 0, 0, 5, 0, '{}', '');
                insert into attachment (call_id, id, submission_id, question, name, media_type, bytes, sha256)
                    values ('c', '1', 'draft', 'q', 'a', 'm', 1, 'aa'),
                        ('c', '2', 'filed', 'q', 'b', 'm', 2, 'bb');
                insert into event (call_id, subject_id, sequence, at, actor_id, kind, body, salt, commitment,
                    hash) values
                    ('c', 'filed', 2, 0, 'p', 'attached', '{"attached":{"_0":{"id":"2","question":"q",
                        "name":"b","mediaType":"m","bytes":2,"sha256":"bb"}}}', '', '', ''),
                    ('c', 'filed', 3, 0, 'p', 'attached', '{"attached":{"_0":{"id":"3","question":"r",
                        "name":"แผน.pdf","mediaType":"application/pdf","bytes":3,"sha256":"cc"}}}', '', '',
                        ''),
                    ('c', 'filed', 4, 0, 'p', 'detached', '{"detached":{"_0":"3"}}', '', '', '');
                """)
        }
        _ = try await database.migrate(Migrations.all)
        let lines = try await database.read { connection in
            try connection.rows("select * from attachment order by id").map { row -> String in
                let columns = [
                    "call_id", "submission_id", "question", "name", "media_type", "sha256", "state",
                ]
                let words: [String] = try columns.map { try row.get($0) }
                return "\(words.joined(separator: "/")) \(try row.get("bytes") as Int)"
            }
        }
        #expect(
            lines == [
                "c/draft/q/a/m/aa/open 1", "c/filed/q/b/m/bb/filed 2",
                "c/filed/r/แผน.pdf/application/pdf/cc/filed 3",
            ])
        try database.close()
    }
}
