import Testing

@testable import SalaThai

@Suite struct NormalisingTests {
    let spelling: Spelling

    init() throws {
        spelling = try DataFolder.spelling()
    }

    @Test(
        "Texts that read the same become the same scalars",
        arguments: [
            ("น\u{0E4D}\u{0E49}า", "น้ำ"), ("น\u{0E49}\u{0E4D}า", "น้ำ"), ("น\u{0E33}\u{0E49}", "น้ำ"),
            ("ก\u{0E4D}า", "กำ"), ("เเละ", "และ"),
            ("ที\u{0E48}\u{0E48}", "ที่"), ("ท\u{0E48}\u{0E35}", "ที่"),
            ("ก\u{0E48}\u{0E39}", "กู่"), ("สิทธ\u{0E4C}\u{0E34}", "สิทธิ์"), ("พ.ศ. ๒๕๖๔", "พ.ศ. 2564"),
            ("Open  Data\u{00A0}Hub\n", "open data hub"), ("รัฐ\u{200B}บาล", "รัฐบาล"), ("ＡＢＣ１２", "abc12"),
            ("cafe\u{0301}", "caf\u{00E9}"), ("", ""), ("  ", ""),
        ])
    func normalising(text: String, expected: String) {
        #expect(Array(text.normalisedForSearch(spelling).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Spellings and abbreviations become the standard words",
        arguments: [
            ("รัฐบาลดิจิตอล", "รัฐบาลดิจิทัล"), ("แอพพลิเคชั่น", "แอปพลิเคชัน"), ("เว็ปไซต์", "เว็บไซต์"),
            ("สพร. หรือ DGA", "สำนักงานพัฒนารัฐบาลดิจิทัล หรือ สำนักงานพัฒนารัฐบาลดิจิทัล"),
            ("หน่วยงานของอปท.ในพื้นที่", "หน่วยงานขององค์กรปกครองส่วนท้องถิ่นในพื้นที่"),
            ("นายก อบต บางแก้ว", "นายก องค์การบริหารส่วนตำบล บางแก้ว"),
            ("อ.บ.จ.ชลบุรี", "องค์การบริหารส่วนจังหวัดชลบุรี"),
            ("อบต.", "องค์การบริหารส่วนตำบล"), ("ทต.บางปู", "เทศบาลตำบลบางปู"),
            ("ทน.และ ท.ม. หัวหิน", "เทศบาลนครและ เทศบาลเมือง หัวหิน"),
            ("เซ็นเซอร์วัดน้ำ", "เซนเซอร์วัดน้ำ"), ("เซนเซอร์", "เซนเซอร์"), ("เวป เวบไซต์", "เว็บ เว็บไซต์"),
            ("10 เปอร์เซนต์", "10 เปอร์เซ็นต์"), ("แทบเลต", "แท็บเล็ต"), ("เอ็กซ์เรย์", "เอกซเรย์"),
            ("เทศบาลเมืองคอนสาร", "เทศบาลเมืองคอนสาร"), ("โคราช", "โคราช"),
        ])
    func spelling(text: String, expected: String) {
        #expect(Array(text.normalisedForSearch(spelling).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Words that only contain an abbreviation's letters stay whole",
        arguments: ["ประกอบต่อไป", "รอบตัว", "edgar", "dga1", "อด ทน", "บาทต.", "edga."])
    func innocentWords(text: String) {
        #expect(text.normalisedForSearch(spelling) == text)
    }

    @Test("Without a table nothing but writing is made alike")
    func noTable() {
        #expect("อบต. ดิจิตอล นํ้า๑".normalisedForSearch(Spelling()) == "อบต. ดิจิตอล น้ำ1")
        #expect(Spelling().parts(typed: "จ.ระยอง") == [Spelling.Part(text: "จ.ระยอง", place: nil)])
        #expect(Spelling().fingerprint != spelling.fingerprint)
    }

    @Test(
        "The mark before a place's name falls away, with a space behind it or none",
        arguments: [
            ("บางปู จ.สมุทรปราการ", [("บางปู", nil), ("สมุทรปราการ", .province)]),
            ("จังหวัด ระยอง", [("ระยอง", .province)]),
            ("อ. เมือง ต.ปากน้ำ", [("เมือง", .district), ("ปากน้ำ", .subdistrict)]),
            ("อำเภอบางพลี", [("บางพลี", .district)]), ("ตำบล", [("ตำบล", nil)]), ("จ.ส.อ.", [("จ.ส.อ.", nil)]),
            ("จำนวน อาคาร", [("จำนวน", nil), ("อาคาร", nil)]), ("", []),
        ] as [(String, [(String, Spelling.Place?)])])
    func places(typed: String, expected: [(String, Spelling.Place?)]) {
        #expect(spelling.parts(typed: typed) == expected.map { Spelling.Part(text: $0.0, place: $0.1) })
    }

    @Test(
        "A place is asked for by every name that people call it",
        arguments: [
            ("โคราช", ["โคราช", "นครราชสีมา"]), ("นครราชสีมา", ["นครราชสีมา", "โคราช"]),
            ("อยุธยา", ["อยุธยา", "พระนครศรีอยุธยา"]), ("แปดริ้ว", ["แปดริ้ว", "ฉะเชิงเทรา"]),
            ("เมืองคอน", ["เมืองคอน", "นครศรีธรรมราช"]), ("ระยอง", ["ระยอง"]), ("", [""]),
        ])
    func names(name: String, expected: [String]) {
        #expect(spelling.names(of: name) == expected)
        #expect(Spelling().names(of: name) == [name])
    }

    @Test(
        "Normalising twice changes nothing more",
        arguments: [
            "สพร. อปท. อบต. อบจ. กทม.", "นํ้าเเข็ง๑๒", "İstanbul ŒUVRE", "👩‍👩‍👧 ๆ ฯลฯ", "\u{0E48}\u{0E4D}า",
            "อีเมลล์์", "เเเ", "เว็ปเปอร์เซนต์", "กรุงเทพฯ", "ก\u{0E33}\u{0E49}\u{0E33}", "แอแอพพ",
        ])
    func idempotence(text: String) {
        let once = text.normalisedForSearch(spelling)
        #expect(Array(once.normalisedForSearch(spelling).unicodeScalars) == Array(once.unicodeScalars))
    }
}
