import SalaAnalysis
import Testing

@Suite("Exact fractions and decimals")
struct RationalTests {
    @Test("arithmetic is exact and in lowest terms")
    func arithmetic() {
        #expect(Rational(1, over: 3) + Rational(1, over: 6) == Rational(1, over: 2))
        #expect(Rational(1, over: 10) + Rational(2, over: 10) == Rational(3, over: 10))
        #expect(Rational(1, over: 2) - Rational(2, over: 3) == Rational(-1, over: 6))
        #expect(Rational(4, over: 9) * Rational(3, over: 8) == Rational(1, over: 6))
        #expect(Rational(4, over: 9) / Rational(-2, over: 3) == Rational(-2, over: 3))
        #expect(Rational(6, over: -4).numerator == -3)
        #expect(Rational(6, over: -4).denominator == 2)
        #expect(Rational(0, over: -7) == 0)
    }

    @Test("comparison is exact where doubles are equal")
    func comparison() {
        let large = 9_007_199_254_740_993
        #expect(Double(large) / 2 == Double(large - 1) / 2)
        #expect(Rational(large - 1, over: 2) < Rational(large, over: 2))
        #expect(Rational(Int.min) < Rational(Int.max, over: 2))
        #expect(Rational(-1, over: 3) < Rational(-1, over: 4))
    }

    @Test(
        "rounding is half away from zero",
        arguments: [
            (2345, 1000, 2, "2.35"), (2344, 1000, 2, "2.34"), (23_449_999, 10_000_000, 2, "2.34"),
            (-2345, 1000, 2, "-2.35"), (-2344, 1000, 2, "-2.34"), (1005, 1000, 2, "1.01"),
            (250, 3, 2, "83.33"), (500, 3, 2, "166.67"), (200, 3, 0, "67"), (1, 2, 0, "1"), (-1, 2, 0, "-1"),
            (-4, 1000, 2, "0.00"), (1, 20, 2, "0.05"), (-1, 20, 2, "-0.05"), (1, 20, 1, "0.1"),
            (100, 1, 2, "100.00"),
            (99_995, 1000, 2, "100.00"), (1, 3, 9, "0.333333333"), (0, 1, 3, "0.000"), (7, 1, 0, "7"),
        ])
    func rounding(numerator: Int, denominator: Int, places: Int, text: String) {
        #expect(Rational(numerator, over: denominator).rounded(places: places).description == text)
    }

    @Test("decimals are compared by value, whatever their places")
    func decimals() {
        #expect(ExactDecimal(units: 833, places: 1) == ExactDecimal(units: 8330, places: 2))
        #expect(Set([ExactDecimal(units: 833, places: 1), ExactDecimal(units: 8330, places: 2)]).count == 1)
        #expect(ExactDecimal(units: 833, places: 1) < ExactDecimal(units: 8331, places: 2))
        #expect(ExactDecimal(units: -1, places: 0) < ExactDecimal(units: -99, places: 2))
        #expect(ExactDecimal(units: 8333, places: 2).rational == Rational(8333, over: 100))
        #expect(Rational(1, over: 8).approximation == 0.125)
    }

    @Test("mean and median of known values; of nothing there is none")
    func averages() {
        #expect(Rational.mean(of: [1, 2, 2]) == Rational(5, over: 3))
        #expect(Rational.median(of: [9, 1, 5]) == 5)
        #expect(Rational.median(of: [9, 1, 5, 2]) == Rational(7, over: 2))
        #expect(Rational.median(of: [4]) == 4)
        #expect(Rational.mean(of: []) == nil)
        #expect(Rational.median(of: []) == nil)
    }
}
