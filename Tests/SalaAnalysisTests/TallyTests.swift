import SalaAnalysis
import Testing

@Suite("The tally of reviews")
struct TallyTests {
    private let criteria = [
        Tally.Criterion(name: "impact", weight: 40, lowest: 1, highest: 5),
        Tally.Criterion(name: "novelty", weight: 35, lowest: 0, highest: 3),
        Tally.Criterion(name: "spread", weight: 25, lowest: 0, highest: 10),
    ]

    private let rules: [Tally.Rule] = [
        .mean, .median, .trimmedMean(dropping: 0), .trimmedMean(dropping: 1), .trimmedMean(dropping: 2),
    ]

    private func single(_ rule: Tally.Rule, places: Int = 2) throws -> Tally {
        let whole = Tally.Criterion(name: "whole", weight: 100, lowest: 0, highest: 100)
        return try Tally(criteria: [whole], rule: rule, places: places)
    }

    @Test("one review is weighed over the range of its levels")
    func oneReview() throws {
        let tally = try Tally(criteria: criteria, rule: .mean, places: 2)
        #expect(try tally.score(of: ["impact": 1, "novelty": 0, "spread": 0]) == 0)
        #expect(try tally.score(of: ["impact": 5, "novelty": 3, "spread": 10]) == 100)
        // 40 × 2/4 + 35 × 2/3 + 25 × 7/10 = 20 + 70/3 + 17.5 = 365/6
        #expect(try tally.score(of: ["impact": 3, "novelty": 2, "spread": 7]) == Rational(365, over: 6))
    }

    @Test("a result names score, reviews, means, extremes and spread")
    func wholeResult() throws {
        let tally = try Tally(criteria: criteria, rule: .mean, places: 2)
        let result = try #require(
            try tally.result(of: [
                ["impact": 3, "novelty": 2, "spread": 7], ["impact": 5, "novelty": 3, "spread": 10],
                ["impact": 1, "novelty": 1, "spread": 0],
            ]))
        // (365/6 + 100 + 35/3) / 3 = 1035/18
        #expect(result.score == Rational(115, over: 2))
        #expect(result.rounded.description == "57.50")
        #expect(result.reviews == 3)
        #expect(result.reviewsUsed == 3)
        #expect(result.criterionMeans == ["impact": 3, "novelty": 2, "spread": Rational(17, over: 3)])
        #expect(result.minimum == Rational(35, over: 3))
        #expect(result.maximum == 100)
        #expect(result.spread == Rational(265, over: 3))
    }

    @Test(
        "mean, median and trimmed mean of known scores",
        arguments: [
            (Tally.Rule.mean, [80, 81, 89], "83.33", 3), (.mean, [0], "0.00", 1),
            (.mean, [50, 51], "50.50", 2),
            (.median, [90, 10, 60], "60.00", 3), (.median, [90, 10, 60, 65], "62.50", 4),
            (.median, [7], "7.00", 1),
            (.trimmedMean(dropping: 1), [90, 10, 60], "60.00", 1),
            (.trimmedMean(dropping: 1), [0, 70, 71, 71, 100], "70.67", 3),
            (.trimmedMean(dropping: 1), [50, 50, 50, 80], "50.00", 2),
            (.trimmedMean(dropping: 1), [40, 51], "45.50", 2),
            (.trimmedMean(dropping: 1), [40], "40.00", 1),
            (.trimmedMean(dropping: 2), [0, 60, 61, 62, 100], "61.00", 1),
            (.trimmedMean(dropping: 2), [0, 60, 62, 100], "55.50", 4),
            (.trimmedMean(dropping: 0), [0, 60, 63], "41.00", 3),
        ])
    func rules(rule: Tally.Rule, scores: [Int], text: String, used: Int) throws {
        let result = try #require(try single(rule).result(of: scores.map { ["whole": $0] }))
        #expect(result.rounded.description == text)
        #expect(result.reviewsUsed == used)
        #expect(result.reviews == scores.count)
        #expect(result.minimum == Rational(scores.min() ?? -1))
        #expect(result.maximum == Rational(scores.max() ?? -1))
    }

    @Test("rounding happens once, at the end")
    func oneRounding() throws {
        // Each third of a hundred rounded first would give 33.3 + 33.3 + 33.3 = 99.9.
        let thirds = ["a", "b", "c", "d"].enumerated().map { index, name in
            Tally.Criterion(name: name, weight: index == 3 ? 1 : 33, lowest: 0, highest: 3)
        }
        let tally = try Tally(criteria: thirds, rule: .mean, places: 1)
        let result = try #require(try tally.result(of: [["a": 1, "b": 1, "c": 1, "d": 3]]))
        #expect(result.rounded.description == "34.0")
        let half = try #require(try single(.mean, places: 0).result(of: [["whole": 2], ["whole": 3]]))
        #expect(half.rounded.description == "3")
    }

    @Test("no review is no score, not a zero")
    func absence() throws {
        for rule in rules { #expect(try single(rule).result(of: []) == nil) }
    }

    @Test("the order of reviews and of criteria changes nothing")
    func permutation() throws {
        var generator = SeededGenerator(seed: 11)
        for rule in rules {
            for _ in 0..<40 {
                let reviews = (0..<generator.next(below: 6) + 1).map { _ in
                    [
                        "impact": 1 + generator.next(below: 5), "novelty": generator.next(below: 4),
                        "spread": generator.next(below: 11),
                    ]
                }
                let one = try Tally(criteria: criteria, rule: rule, places: 2).result(of: reviews)
                let other = try Tally(criteria: generator.shuffled(criteria), rule: rule, places: 2)
                    .result(of: generator.shuffled(reviews))
                #expect(one == other)
            }
        }
    }

    @Test("criteria that cannot be reckoned with are refused by name")
    func faults() {
        func fault(_ criteria: [Tally.Criterion], places: Int = 2) -> Tally.Fault? {
            do throws(Tally.Fault) {
                _ = try Tally(criteria: criteria, rule: .mean, places: places)
                return nil
            } catch { return error }
        }
        let whole = Tally.Criterion(name: "a", weight: 100, lowest: 0, highest: 4)
        var light = whole
        light.weight = 99
        var negative = whole
        negative.weight = -1
        var flat = whole
        flat.highest = 0
        var vast = whole
        vast.lowest = Int.min
        var other = whole
        other.name = "b"
        #expect(fault([]) == .noCriteria)
        #expect(fault([whole], places: 10) == .places(10))
        #expect(fault([light]) == .weights(total: 99))
        #expect(fault([whole, other]) == .weights(total: 200))
        #expect(fault([negative]) == .negativeWeight(criterion: "a"))
        #expect(fault([flat]) == .range(criterion: "a"))
        #expect(fault([vast]) == .range(criterion: "a"))
        #expect(fault([whole, whole]) == .duplicateCriterion("a"))
        let primes = [99_991, 99_989].enumerated().map {
            Tally.Criterion(name: "\($0)", weight: 50, lowest: 0, highest: $1)
        }
        #expect(fault(primes) == .rangesUnlike)
        #expect(fault([whole]) == nil)
    }

    @Test("a review with a missing, foreign or impossible level is refused, not guessed")
    func broken() throws {
        let tally = try single(.mean)
        #expect(throws: Tally.Fault.levelMissing(criterion: "whole")) {
            try tally.result(of: [["whole": 1], [:]])
        }
        #expect(throws: Tally.Fault.levelOutside(criterion: "whole", level: 101)) {
            try tally.score(of: ["whole": 101])
        }
        #expect(throws: Tally.Fault.levelOutside(criterion: "whole", level: -1)) {
            try tally.score(of: ["whole": -1])
        }
        #expect(throws: Tally.Fault.unknownCriterion("old")) { try tally.score(of: ["whole": 1, "old": 2]) }
    }
}
