import Foundation
import SalaDatabase
import Testing

@Suite("A row gives back what was bound")
struct RowTests {
    private enum Stage: String, SQLBindable, SQLReadable {
        case draft, awarded
    }

    /// What a column without a type makes of the value, with what SQLite says its type is.
    private func roundTrip<T: SQLBindable & SQLReadable>(
        _ value: T
    ) async throws -> (value: T, type: String) {
        let database = try Database(url: "sqlite::memory:")
        return try await database.write { connection in
            try connection.execute("create table kept (v)")
            try connection.execute("insert into kept (v) values (\(value))")
            let row = try #require(try connection.row("select v, typeof(v) as type from kept"))
            return (try row.get("v"), try row["type"])
        }
    }

    @Test("integers, reals and truth values")
    func numbers() async throws {
        #expect(try await roundTrip(Int64.min) == (Int64.min, "integer"))
        #expect(try await roundTrip(Int.max) == (Int.max, "integer"))
        #expect(try await roundTrip(0.1) == (0.1, "real"))
        #expect(try await roundTrip(-1.5e300) == (-1.5e300, "real"))
        #expect(try await roundTrip(true) == (true, "integer"))
        #expect(try await roundTrip(false) == (false, "integer"))
    }

    @Test(
        "Thai text keeps every code point",
        arguments: [
            "ที่ว่าการอำเภอเมืองเชียงใหม่", "น้ำ", "นํ้า", "๑๒ กรกฎาคม ๒๕๖๔", "ศาลา 🏛️ e\u{301}", "",
        ])
    func texts(text: String) async throws {
        let kept = try await roundTrip(text)
        #expect(Array(kept.value.unicodeScalars) == Array(text.unicodeScalars))
        #expect(kept.type == "text")
    }

    @Test("bytes keep their zeros, and no bytes are not NULL")
    func bytes() async throws {
        #expect(try await roundTrip([0, 1, 0, 255, 0] as [UInt8]) == ([0, 1, 0, 255, 0], "blob"))
        #expect(try await roundTrip([] as [UInt8]) == ([], "blob"))
    }

    @Test("a UUID is lower-case text")
    func uuids() async throws {
        let uuid = try #require(UUID(uuidString: "0190A5C4-7E1B-7C2D-9F00-AABBCCDDEEFF"))
        #expect(try await roundTrip(uuid) == (uuid, "text"))
        #expect(uuid.sqlValue == .text("0190a5c4-7e1b-7c2d-9f00-aabbccddeeff"))
    }

    @Test("nil is NULL and comes back as nil; an enum is its raw value")
    func optionals() async throws {
        #expect(try await roundTrip(String?.none) == (nil, "null"))
        #expect(try await roundTrip(Int?.some(5)) == (5, "integer"))
        #expect(try await roundTrip(Stage.awarded) == (.awarded, "text"))
        #expect(Stage.draft.sqlValue == .text("draft"))
    }

    @Test("text with U+0000 and a number that is NaN are refused, not changed")
    func refused() async throws {
        let database = try Database(url: "sqlite::memory:")
        let refusal = DatabaseFault.other(code: "value", message: "text with U+0000 cannot be kept")
        await #expect(throws: refusal) {
            try await database.read { _ = try $0.row("select \("a\u{0}b") as v") }
        }
        await #expect(throws: DatabaseFault.self) {
            try await database.read { _ = try $0.row("select \(Double.nan) as v") }
        }
    }

    @Test("a missing column, a NULL and a wrong type are faults that name the column")
    func faults() async throws {
        let database = try Database(url: "sqlite::memory:")
        let row = try #require(
            try await database.read {
                try $0.row("select 'x' as name, null as absent, 2 as two, 1.5 as real, 9 as id")
            })
        #expect(row.columns == ["name", "absent", "two", "real", "id"])
        func message(_ body: () throws -> Void) -> String {
            do {
                try body()
            } catch DatabaseFault.other("column", let message) {
                return message
            } catch {
                return "\(error)"
            }
            return "no fault"
        }
        let missing = message { _ = try row.get("nam") as String }
        #expect(missing == "no column nam; the row has name, absent, two, real, id")
        #expect(message { _ = try row.get("name") as Int } == "column name holds text, which is no Int")
        let null = message { _ = try row.get("absent") as String }
        #expect(null == "column absent holds NULL, which is no String")
        #expect(message { _ = try row.get("two") as Bool }.hasPrefix("column two "))
        #expect(message { _ = try row.get("real") as Int }.hasPrefix("column real "))
        #expect(message { _ = try row.get("name") as UUID }.hasPrefix("column name "))
        #expect(message { _ = try row.get("two") as [UInt8] }.hasPrefix("column two "))
        #expect(message { _ = try row.get("name") as Int? }.hasPrefix("column name "))
        #expect(try row.get("absent") as Int? == nil)
        #expect(try row["two"] as Double == 2.0)
    }
}
