import Foundation
import SalaEngine
import Testing

@testable import SalaExchange

@Suite("Registers as JSON")
struct RegisterJSONTests {
    private func document(_ entries: [(String, Answers)]) throws -> [String: Any] {
        let sample = SampleRegister()
        let dataSet = sample.dataSet
        let rows = try entries.map { try dataSet.jsonEntry(sample.entry($0.0, $0.1, withPicture: true)) }
        let text = try dataSet.jsonHead() + rows.joined(separator: ",") + dataSet.jsonTail
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("head, entries and tail together are one document", arguments: [0, 1, 3])
    func pieces(count: Int) throws {
        let entries = (0..<count).map { ("S-000\($0)", Answers()) }
        let read = try document(entries)
        let numbers = (read["entries"] as? [[String: Any]])?.compactMap { $0["number"] as? String }
        #expect(numbers == entries.map(\.0))
    }

    @Test("the call says when it opened and closed, in UTC, and who opened it")
    func call() throws {
        let call = try #require(try document([])["call"] as? [String: Any])
        #expect(call["opens"] as? String == "2021-07-11T17:00:00Z")
        #expect(call["closes"] as? String == "2021-08-31T09:30:00Z")
        #expect((call["title"] as? [String: String])?["en"] == "Sample contest")
        let office = try #require(call["office"] as? [String: Any])
        #expect((office["name"] as? [String: String])?["th"] == "สำนักงานตัวอย่าง")
    }

    @Test("columns carry their words and the words of their choices")
    func columns() throws {
        let columns = try #require(try document([])["columns"] as? [[String: Any]])
        #expect(
            columns.compactMap { $0["name"] as? String } == [
                "title", "problem", "field", "tools", "cost", "since", "picture",
            ])
        #expect((columns[0]["label"] as? [String: String])?["th"] == "ชื่อผลงาน")
        #expect((columns[2]["label"] as? [String: String])?["th"] == "ด้าน")
        let choices = columns[2]["choices"] as? [String: [String: String]]
        #expect(choices?["health"] == ["th": "สาธารณสุข"])
        let stages = try document([])["stages"] as? [String: [String: String]]
        #expect(stages == ["selected": ["th": "ได้รับรางวัล"]])
        let kinds = try document([])["kinds"] as? [String: [String: String]]
        #expect(kinds?["SAO"] == ["th": "SAO in th"])
    }

    @Test(
        "answers are numbers, names, lists and addresses, and no question outside the columns is told"
    )
    func answers() throws {
        let read = try document([
            (
                "S-0001",
                [
                    "title": .text("งาน \"ก\""), "field": .text("health"), "tools": .list(["map"]),
                    "cost": .text("1200.5"), "phone": .text("0800000000"), "problem": .text("น้ำท่วม"),
                ]
            )
        ])
        let entry = try #require((read["entries"] as? [[String: Any]])?.first)
        let answers = try #require(entry["answers"] as? [String: Any])
        #expect(Set(answers.keys) == ["title", "problem", "field", "tools", "cost", "picture"])
        #expect(answers["problem"] as? String == "น้ำท่วม")
        #expect(answers["title"] as? String == "งาน \"ก\"")
        #expect(answers["cost"] as? Double == 1200.5)
        #expect(answers["tools"] as? [String] == ["map"])
        #expect(
            (answers["picture"] as? [String])?.first?.hasSuffix("/attachments/\(SampleRegister.attachment)")
                == true)
        let organisation = try #require(entry["organisation"] as? [String: Any])
        #expect((organisation["province"] as? [String: Any])?["code"] as? String == "50")
        #expect(entry["since"] as? String == "2021-10-01T02:00:00Z")
    }
}
