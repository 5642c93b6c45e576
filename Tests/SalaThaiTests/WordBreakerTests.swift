import Foundation
import SalaThai
import Testing

@Suite(.enabled(if: FileManager.default.fileExists(atPath: WordBreaker.systemDictionary)))
struct WordBreakerTests {
    let breaker: WordBreaker

    init() throws {
        breaker = try #require(WordBreaker(spelling: DataFolder.spelling()))
    }

    @Test(
        "Thai sentences are cut into dictionary words",
        arguments: [
            ("ระบบAPIกลาง", ["ระบบ", "API", "กลาง"]), ("ร้องเรียนถนนชำรุด", ["ร้องเรียน", "ถนน", "ชำรุด"]),
            ("ปี2564และ2565", ["ปี", "2564", "และ", "2565"]), ("open data", ["open", "data"]),
            ("กรุงเทพฯ (COVID-19)", ["กรุงเทพ", "COVID", "19"]),
            ("ไฟดับ🔥💡น้ำไม่ไหล", ["ไฟ", "ดับ", "น้ำ", "ไม่", "ไหล"]),
            ("ต่าง ๆ", ["ต่าง"]), ("", []), ("…!? ", []), ("e\u{0301}té", ["e\u{0301}té"]),
        ])
    func words(text: String, expected: [String]) {
        #expect(breaker.words(text) == expected)
    }

    @Test("Segmented text is normalised and its words are joined by single spaces")
    func segmenting() {
        #expect(breaker.segmented("ระบบAPIกลาง") == "ระบบ api กลาง")
        #expect(breaker.segmented("รัฐบาลดิจิตอล ปี ๒๕๖๔") == "รัฐบาล ดิจิทัล ปี 2564")
        #expect(breaker.segmented("แจ้งนํ้าท่วม") == breaker.segmented("แจ้งน้ำท่วม"))
    }

    @Test("A phrase of an office's long name is found in the segments of its abbreviation")
    func finding() {
        let segments = " \(breaker.segmented("โครงการของ อปท. ทั่วประเทศ")) "
        #expect(segments.contains(" \(breaker.segmented("ท้องถิ่น")) "))
    }

    @Test("No letter or digit of a text is lost or moved")
    func nothingLost() {
        let text = "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) จัดประกวดนวัตกรรม ประจำปี 2564 LIVE"
        let kept = text.unicodeScalars.filter { !" ()".unicodeScalars.contains($0) }
        #expect(Array(breaker.words(text).joined().unicodeScalars) == Array(kept))
    }

    @Test("Random scalars, stray marks and very long runs are cut without loss of order")
    func oddTexts() {
        var generator = SystemRandomNumberGenerator()
        let alphabet =
            (0x0E00...0x0E7F).compactMap(Unicode.Scalar.init)
            + ["a", " ", "9", "\u{0301}", "\u{200D}", "🙂", "\u{FE0F}", "\u{0}", "漢", "ກ", "\u{10FFFF}"]
        for _ in 0..<300 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...200, using: &generator) {
                if let scalar = alphabet.randomElement(using: &generator) { view.append(scalar) }
            }
            let text = String(view)
            let words = breaker.words(text)
            #expect(words.allSatisfy { !$0.isEmpty && $0.unicodeScalars.first?.value != 0x0E48 })
            let segments = breaker.segmented(text).split(separator: " ").map(String.init)
            #expect(segments == breaker.words(text.normalisedForSearch(breaker.spelling)))
        }
        let long = String(repeating: "กา", count: 50_000)
        #expect(breaker.words(long).joined() == long)
    }

    @Test("One breaker serves many tasks at a time")
    func concurrency() async {
        let text = "ประชาชนแจ้งเหตุไฟส่องสว่างชำรุดหน้าโรงเรียนวัดบางแก้ว"
        let expected = breaker.segmented(text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { [breaker] in
                    (0..<200).allSatisfy { _ in breaker.segmented(text) == expected }
                }
            }
            for await same in group { #expect(same) }
        }
    }

    @Test("A dictionary that is not there is refused")
    func missingDictionary() {
        #expect(WordBreaker(dictionary: "/nowhere/thbrk.tri") == nil)
    }
}
