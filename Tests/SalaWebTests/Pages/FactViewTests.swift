import SalaEngine
import Testing

@testable import SalaWeb

@Suite("A term and what stands for it")
struct FactViewTests {
    @Test(
        "tells the language of what was written where the page has another, and nothing else",
        arguments: [
            ("ระบบแจ้งเตือนน้ำท่วม", Language.english, "th"), ("LINE OA ของเทศบาล", .english, "th"),
            ("Flood warning, 1,200 ฿", .english, nil), ("", .english, nil), ("ระบบ", .thai, nil),
            ("Flood warning", .thai, nil),
        ] as [(String, Language, String?)])
    func language(written: String, page: Language, code: String?) {
        #expect(FactView(term: "t", written: written, on: page).language == code)
    }
}
