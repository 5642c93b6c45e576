import SalaAnalysis
import Testing

@Suite("Reading numbers")
struct ExactDecimalReadingTests {
    @Test(
        "numbers are read as they are written",
        arguments: [
            ("0", 0, 0), ("7", 7, 0), ("-7", -7, 0), ("+7", 7, 0), ("0.50", 5, 1), ("-.25", -25, 2),
            ("12.", 12, 0), ("007.10", 71, 1), ("1e3", 1000, 0), ("1.5E2", 150, 0), ("1e-05", 1, 5),
            ("2.5e-3", 25, 4), ("999999999.999", 999_999_999_999, 3), ("0.000", 0, 0), ("-0", 0, 0),
            ("0.123456789012345678", 123_456_789_012_345_678, 18), ("100e-2", 1, 0), ("0e99999999999", 0, 0),
            ("0.10000000000000000000", 1, 1),
        ])
    func exact(text: String, units: Int, places: Int) {
        #expect(ExactDecimal.reading(text) == .exact(ExactDecimal(units: units, places: places)))
    }

    @Test(
        "more digits than are kept are rounded, and it is said",
        arguments: [
            ("0.1234567890123456785", 123_456_789_012_345_679, 18),
            ("0.1234567890123456784", 123_456_789_012_345_678, 18),
            ("3.14159265358979323846", 314_159_265_358_979_324, 17), ("4e-19", 0, 0), ("5e-19", 1, 18),
            ("1e-400", 0, 0), ("123456789.1234567891", 123_456_789_123_456_789, 9),
            ("-0.1234567890123456785", -123_456_789_012_345_679, 18),
        ])
    func rounded(text: String, units: Int, places: Int) {
        #expect(ExactDecimal.reading(text) == .rounded(ExactDecimal(units: units, places: places)))
    }

    @Test("what is too large is told from what is no number")
    func refused() {
        for text in ["1000000000", "-1e9", "1e300", "12345678901234567890", "9e99999999999"] {
            #expect(ExactDecimal.reading(text) == .beyond)
        }
        let others = [
            "", " ", ".", "-", "+", "e5", "1e", "1e+", "1.2.3", "1,5", "--1", "1 000", "0x10", "nan", "inf",
            "NaN", "-inf", "๕", "1e1.5", "½", "1_000",
        ]
        for text in others { #expect(ExactDecimal.reading(text) == .notANumber) }
    }
}
