import SalaThai
import Testing

@Suite struct ThaiOrderTests {
    // The order of the Royal Society's dictionary.
    @Test("Words stand as in a Thai dictionary: leading vowels count after their consonant, tones last")
    func dictionary() {
        let expected = [
            "กก", "กระบี่", "กรุงเทพ", "กา", "ก้าว", "กำ", "เกา", "เก่า", "เก้า", "แก่ง", "แก้ง",
            "แกะ", "โกน", "ใกล้", "ไก่", "ขา", "เขา", "ตราด", "ตาก", "นคร", "น่าน", "พังงา", "เพชร",
            "แพร่", "มหาสารคาม", "แม่ฮ่องสอน", "ลำปาง", "เลย", "สงขลา", "เอา", "ฮา",
        ]
        #expect(expected.reversed().sorted(by: ThaiOrder.precedes) == expected)
        #expect(expected.sorted() != expected)
    }

    @Test("Numbers count by value and Thai comes before Latin without regard to case")
    func mixture() {
        let expected = ["หมู่ 2", "หมู่ 10", "อำเภอ", "alpha", "Beta", "gamma"]
        #expect(expected.reversed().sorted(by: ThaiOrder.precedes) == expected)
    }

    @Test("Texts that collate alike still have one order")
    func ties() {
        #expect(ThaiOrder.precedes("A", "a") != ThaiOrder.precedes("a", "A"))
        #expect(!ThaiOrder.precedes("กา", "กา"))
    }
}
