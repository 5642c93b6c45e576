import SalaThai
import Testing

@Suite struct DigitsTests {
    @Test("Thai digits become ASCII digits and back, and nothing else changes")
    func converting() {
        #expect(Digits.ascii("มาตรา ๑๒๓๔๕๖๗๘๙๐ ก") == "มาตรา 1234567890 ก")
        #expect(Digits.thai("พ.ศ. 2564") == "พ.ศ. ๒๕๖๔")
        #expect(Digits.ascii("ไม่มี") == "ไม่มี")
    }

    @Test("Thousands are parted by commas")
    func grouping() {
        #expect(
            [0, 999, 1000, 12_345, 1_234_567, -12_345, -999].map { Digits.grouped($0) } == [
                "0", "999", "1,000", "12,345", "1,234,567", "-12,345", "-999",
            ])
        #expect(Digits.grouped("1234567.25") == "1,234,567.25")
        #expect(Digits.grouped("-0.5") == "-0.5")
    }

    @Test(
        "Whole numbers are understood as people type them",
        arguments: [
            ("๑,๒๐๐", "1200"), ("1 200", "1200"), ("1,234,567", "1234567"), ("007", "7"),
            ("-5", "-5"), ("+5", "5"), ("\u{2212}5", "-5"), ("-0", "0"),
            (" 42 ", "42"), ("1\u{00A0}000", "1000"),
            ("99999999999999999999999", "99999999999999999999999"),
        ])
    func integers(typed: String, canonical: String) {
        #expect(Digits.integer(typed: typed) == canonical)
    }

    @Test(
        "Decimals have one text for each value",
        arguments: [
            ("12.50", "12.5"), ("๑๒.๕๐", "12.5"), (".5", "0.5"), ("0.0", "0"), ("-0.00", "0"),
            ("1,200.05", "1200.05"), ("3", "3"), ("-00.10", "-0.1"),
        ])
    func decimals(typed: String, canonical: String) {
        #expect(Digits.decimal(typed: typed) == canonical)
    }

    @Test(
        "What is no number gives nil",
        arguments: [
            "", " ", "-", ".", "5.", "1,20", "12,00", "1,2,3", ",100", "1,000 000", "1.2.3", "1e5", "ห้า",
            "0x10", "--5", "1 .5", "½", "1,0000", "5-",
        ])
    func refusing(typed: String) {
        #expect(Digits.decimal(typed: typed) == nil)
        #expect(Digits.integer(typed: typed) == nil)
    }

    @Test("A decimal is no whole number")
    func wholeOnly() {
        #expect(Digits.integer(typed: "12.50") == nil)
        #expect(Digits.integer(typed: "12.0") == nil)
    }
}
