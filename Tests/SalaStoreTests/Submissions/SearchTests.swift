import SalaEngine
import Testing

@testable import SalaStore

@Suite("Search")
struct SearchTests {
    private static let titles = [
        "ระบบงานขององค์กรปกครองส่วนท้องถิ่น", "สำนักงานเขตไร้กระดาษ", "แจ้งซ่อมไฟฟ้าผ่าน API กลาง",
        "ดูแลผู้สูงอายุที่บ้าน",
    ]

    /// Which of the titles, by their places.
    private func found(
        _ text: String, _ home: FairHome, in handle: String = FairHome.handle,
        among titles: [String] = SearchTests.titles
    ) async throws -> [Int] {
        var filter = SubmissionFilter()
        filter.text = text
        let desk = try await home.store.desk(handle, for: home.officer, filter)
        return desk.listing.entries.compactMap { entry in titles.firstIndex(of: entry.title) }
    }

    @Test(
        "finds Thai words inside what is written together, and not what only looks alike",
        arguments: [
            ("ท้องถิ่น", [0]), ("องค์กรปกครองส่วนท้องถิ่น", [0]), ("สำนักงาน", [1]), ("สํานักงาน", [1]),
            ("กระดาษ", [1]), ("ไฟฟ้า", [2]), ("api", [2]), ("API กลาง", [2]), ("กลาง api", [2]),
            ("ผู้สูงอายุ", [3]),
            ("F-2564-0004", [3]), ("เทศบาลเมืองตัวอย่าง ข", [1]), ("Example Town 2", [2]),
            ("เชียงใหม่", [0, 1, 2]),
            ("F25640004", [3]), ("f2564-0004", [3]), ("Ｆ－２５６４－๐๐๐๔", [3]), ("25640004", [3]),
            ("F-2564/0004", [3]), ("F 2564 0004", [3]), ("F25640005", []), ("5640004", []),
            ("ทม.ตัวอย่าง", [0, 1, 2, 3]), ("ท.ม. ตัวอย่าง ข", [1]), ("จ.เชียงใหม่", [0, 1, 2]),
            ("จังหวัด นครราชสีมา", [3]), ("อปท.", [0]),
            ("เครื่องบิน", []), ("ท้องถิ่น กระดาษ", []), ("\"ไฟฟ้า", [2]), ("ไฟฟ้า OR กระดาษ", []), ("call", []),
            ("  ", [0, 1, 2, 3]), ("?!", []), ("\"", []), ("%", []), ("ไฟฟ้า %", [2]),
        ])
    func finds(text: String, expected: [Int]) async throws {
        try await FairHome.with { home in
            for (town, title) in Self.titles.enumerated() {
                let id = try await home.start(town)
                try await home.answer(id, town, ["title": .text(title)])
                try await home.act("submit", on: id, by: home.filers[town])
            }
            #expect(try await found(text, home) == expected)
        }
    }

    private static let begun = [
        "ติดตามงบประมาณด้วยเซนเซอร์", "เยี่ยมบ้านชาวทุ่งโพธิ์ อุบลราชธานี", "รถรับส่งในโคราช",
        "ตลาดน้ำพระนครศรีอยุธยาและกรุงเทพฯ",
    ]

    @Test(
        "finds words by their beginnings, places by everyday names, and loan words as people write them",
        arguments: [
            ("งบ", [0]), ("งบประมาณ", [0]), ("อุบล", [1]), ("ทุ่งโพ", [1]), ("ทุ่งโพน", []),
            ("เซนเซอร์", [0]), ("เซ็นเซอร์", [0]), ("เซนเซอ", [0]), ("ประมาณ", []), ("ราชธานี", []),
            ("โคราช", [2, 3]), ("จ.โคราช", [2, 3]), ("นครราชสีมา", [2, 3]), ("นครราชสี", [3]),
            ("อยุธยา", [3]), ("พระนครศรี", [3]), ("กรุงเทพ", [3]), ("กรุงเทพมหานคร", [3]), ("กทม", [3]),
            ("งบ ทุ่งโพ", []), ("เทศบาล งบ", [0]), ("เทศบาลเม", [0, 1, 2, 3]), ("examp", [0, 1, 2, 3]),
            ("แปดริ้ว", []), ("F-2564-000", [0, 1, 2, 3]), ("ง", [3]),
        ])
    func begins(text: String, expected: [Int]) async throws {
        try await FairHome.with { home in
            for (town, title) in Self.begun.enumerated() { _ = try await home.file(town, title) }
            #expect(try await found(text, home, among: Self.begun) == expected)
        }
    }

    @Test("finds what was last filed, and not a draft")
    func filed() async throws {
        try await FairHome.with { home in
            let id = try await home.file(0, Self.titles[0])
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await home.answer(id, 0, ["title": .text(Self.titles[1])])
            #expect(try await found("กระดาษ", home) == [])
            #expect(try await found("ปกครอง", home) == [0])
            try await home.act("resubmit", on: id, by: home.filers[0])
            #expect(try await found("กระดาษ", home) == [1])
            #expect(try await found("ปกครอง", home) == [])
        }
    }

    @Test("stays within its call")
    func calls() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0, Self.titles[0])
            try await home.openCall("second")
            try await home.store.decide(.publish, on: "second", by: home.officer, at: FairHome.time(2))
            #expect(try await found("ท้องถิ่น", home) == [0])
            #expect(try await found("ท้องถิ่น", home, in: "second") == [])
        }
    }

    @Test("takes abbreviations in what was written for the words they stand for")
    func written() async throws {
        try await FairHome.with { home in
            let title = "ระบบของ ทต.ในพื้นที่"
            _ = try await home.file(0, title)
            for typed in ["เทศบาลตำบล", "ทต.", "ตำบล"] {
                #expect(try await found(typed, home, among: [title]) == [0], "\(typed)")
            }
        }
    }
}
