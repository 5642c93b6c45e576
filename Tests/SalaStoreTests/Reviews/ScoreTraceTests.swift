import SalaAnalysis
import SalaEngine
import Testing

@testable import SalaStore

@Suite("Scores in words")
struct ScoreTraceTests {
    @Test(
        "a fraction is written exactly where decimals can hold it",
        arguments: [
            (75, 1, "75"), (165, 2, "82.5"), (1, 8, "0.125"), (-3, 4, "-0.75"), (250, 3, "≈ 83.3333"),
            (1, 1_000_000_000, "0.000000001"),
        ])
    func rationals(numerator: Int, denominator: Int, text: String) {
        #expect(Rational(numerator, over: denominator).text == text)
    }

    @Test("a level is worth its share of the criterion's weight")
    func points() {
        let criterion = Criterion(name: "impact", weight: 30, levels: [0, 1, 2, 3, 4, 5])
        #expect(ScoreTrace.Line(criterion, 30, 4).points == "24")
        #expect(ScoreTrace.Line(criterion, 35, 3).points == "21")
        // Levels from 1 to 4: the lowest is worth nothing, 2 is a third of the way.
        let scale = Criterion(name: "reach", weight: 10, levels: [1, 2, 3, 4])
        #expect(ScoreTrace.Line(scale, 10, 1).points == "0")
        #expect(ScoreTrace.Line(scale, 10, 2).points == "≈ 3.3333")
        #expect(ScoreTrace.Line(scale, 10, 4).points == "10")
    }
}

@Suite("The drawing of a ranking's scores")
struct ScoreChartTests {
    private func scores(_ texts: [Int]) -> [ExactDecimal] { texts.map { ExactDecimal(units: $0, places: 2) } }

    @Test("bars of five points reach from the ten below the lowest to the ten above the highest")
    func bars() throws {
        let chart = try #require(ScoreChart(scores([6200, 6499, 6500, 7801, 8000]), cut: nil))
        #expect(chart.bins.map(\.lower) == [60, 65, 70, 75])
        #expect(chart.bins.map(\.upper) == [65, 70, 75, 80])
        #expect(chart.bins.map(\.count) == [2, 1, 0, 2])
        #expect(chart.bins.allSatisfy { $0.countBelowCut == 0 })
        #expect(chart.cut == nil)
    }

    @Test(
        "the line stands where the last selected score lies, and what does not reach it is below, bar by bar")
    func cut() throws {
        let chart = try #require(
            ScoreChart(scores([6200, 6800, 7100, 7250, 7801]), cut: ExactDecimal(units: 7250, places: 2)))
        #expect(chart.cut?.score == "72.50")
        #expect(chart.cut?.position == 0.625)
        #expect(chart.bins.map(\.count) == [1, 1, 2, 1])
        #expect(chart.bins.map(\.countBelowCut) == [1, 1, 1, 0])
    }

    @Test("scores that lie far apart have bars of ten points")
    func wide() throws {
        let chart = try #require(ScoreChart(scores([1250, 9875]), cut: nil))
        #expect(chart.bins.map(\.lower) == [10, 20, 30, 40, 50, 60, 70, 80, 90])
        #expect(chart.bins.map(\.count) == [1, 0, 0, 0, 0, 0, 0, 0, 1])
    }

    @Test("equal scores have a drawing of ten points, and no scores have none")
    func edges() throws {
        let chart = try #require(ScoreChart(scores([10000, 10000]), cut: nil))
        #expect(chart.bins.reduce(0) { $0 + $1.count } == 2)
        #expect(try #require(ScoreChart(scores([0]), cut: nil)).bins.map(\.lower) == [0, 5])
        #expect(ScoreChart([], cut: nil) == nil)
    }
}
