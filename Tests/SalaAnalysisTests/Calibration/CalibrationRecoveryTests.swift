import Foundation
import SalaAnalysis
import Testing

@Suite("Calibration of simulated and of odd scores")
struct CalibrationRecoveryTests {
    private typealias Score = GivenScore<Int, Int>
    private typealias Result = Calibration<Int, Int>

    private struct Round {
        var scores: [Score] = []
        var qualities: [Double]
        var offsets: [Double]

        init(entries: Int, judges: Int, reviews: Int, seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            qualities = (0..<entries).map { _ in 8 * generator.nextNormal() }
            let raw = (0..<judges).map { _ in 5 * generator.nextNormal() }
            let average = raw.reduce(0, +) / Double(judges)
            offsets = raw.map { $0 - average }
            for entry in 0..<entries {
                for judge in generator.shuffled(Array(0..<judges)).prefix(reviews) {
                    let score = 60 + qualities[entry] + offsets[judge] + 4 * generator.nextNormal()
                    let units = Int((score * 100).rounded())
                    scores.append(
                        Score(entry: entry, judge: judge, score: ExactDecimal(units: units, places: 2)))
                }
            }
        }
    }

    @Test("offsets, qualities and variances come back, as surely as the standard errors say")
    func recovery() throws {
        let round = Round(entries: 600, judges: 30, reviews: 3, seed: 4)
        let result = try Result(round.scores, top: 40, draws: 2000, seed: 1)
        let misses = zip(result.judges, round.offsets).map { ($0.offset - $1) / $0.standardError }
        #expect(misses.allSatisfy { abs($0) < 4 })
        let spread = misses.reduce(0) { $0 + $1 * $1 } / Double(misses.count)
        #expect(spread > 0.4 && spread < 2)
        let level = result.entries.map(\.calibrated).reduce(0, +) / 600
        let truth = round.qualities.reduce(0, +) / 600
        let errors = zip(result.entries, round.qualities).map {
            ($0.calibrated - level - ($1 - truth)) / $0.standardError
        }
        let variance = errors.reduce(0) { $0 + $1 * $1 } / 600
        #expect(variance > 0.85 && variance < 1.15)
        #expect(abs(result.variances.quality - 64) < 12)
        #expect(abs(result.variances.noise - 16) < 2.5)
        #expect(abs(result.variances.judge - 25) < 15)
    }

    @Test("calibrated values are nearer the truth than plain means are")
    func improvement() throws {
        let round = Round(entries: 300, judges: 20, reviews: 3, seed: 9)
        let result = try Result(round.scores, top: 40, draws: 10, seed: 1)
        func error(_ values: [Double]) -> Double {
            let shift = values.reduce(0, +) / 300 - round.qualities.reduce(0, +) / 300
            return zip(values, round.qualities).reduce(0) { $0 + pow($1.0 - shift - $1.1, 2) }
        }
        #expect(error(result.entries.map(\.calibrated)) < 0.6 * error(result.entries.map(\.mean)))
    }

    @Test("probabilities add up to the places, and are those that the events have")
    func probabilities() throws {
        let round = Round(entries: 80, judges: 10, reviews: 3, seed: 3)
        let result = try Result(round.scores, top: 12, draws: 3000, seed: 8)
        let shares = result.entries.map(\.probabilityInTop)
        #expect(abs(shares.reduce(0, +) - 12) < 1e-9)
        let best = round.qualities.indices.sorted { round.qualities[$0] > round.qualities[$1] }.prefix(12)
        // How many of the truly best there are where so many are expected.
        let likely = result.entries.filter { $0.probabilityInTop > 0.5 }
        let expected = likely.reduce(0) { $0 + $1.probabilityInTop }
        let found = Double(likely.count { best.contains($0.entry) })
        #expect(abs(found - expected) < 4)
        #expect(
            try Result(round.scores, top: 80, draws: 10, seed: 1).entries.allSatisfy {
                $0.probabilityInTop == 1
            })
    }

    @Test("of two entries that one judge scored, the better is better with the normal probability")
    func twoEntries() throws {
        // With one score each, half of the sample variance of 2 counts as quality: the posterior difference
        // of the two has mean 1 and variance 2 × 1 × 1/2.
        let scores = [1, 3].enumerated().map {
            Score(entry: $0, judge: 0, score: ExactDecimal(units: $1, places: 0))
        }
        let result = try Result(scores, top: 1, draws: 40_000, seed: 1)
        #expect(!result.variances.areIdentified)
        #expect(result.entries.map(\.calibrated) == [1.5, 2.5])
        let chance = 0.5 * erfc(-1 / 2.0.squareRoot())
        #expect(abs(result.entries[1].probabilityInTop - chance) < 0.01)
    }

    @Test(
        "odd scores give finite numbers",
        arguments: [
            [(0, 0, 3)], [(0, 0, 3), (0, 1, 5)], [(0, 0, 3), (1, 0, 3), (2, 0, 3)],
            [(0, 0, 3), (1, 0, 3), (0, 1, 4), (1, 1, 4)], [(0, 0, 1), (1, 0, 5), (0, 1, 3), (1, 1, 7)],
            [(0, 0, 1), (0, 1, 5), (1, 0, 5), (1, 1, 1)], [(0, 0, 1), (1, 0, 5), (1, 1, 7), (2, 1, 3)],
            [(0, 0, 1), (1, 0, 999_999_999), (1, 1, -999_999_999), (2, 1, 3)],
        ])
    func degenerate(rows: [(Int, Int, Int)]) throws {
        let scores = rows.map {
            Score(entry: $0.0, judge: $0.1, score: ExactDecimal(units: $0.2, places: 0))
        }
        let result = try Result(scores, top: 1, draws: 50, seed: 1)
        for entry in result.entries {
            #expect(entry.calibrated.isFinite && entry.standardError.isFinite && entry.standardError >= 0)
            #expect((0...1).contains(entry.probabilityInTop))
        }
        for judge in result.judges { #expect(judge.offset.isFinite && judge.standardError.isFinite) }
        #expect(abs(result.judges.reduce(0) { $0 + $1.offset }) < 1e-6)
        #expect(abs(result.entries.reduce(0) { $0 + $1.probabilityInTop } - 1) < 1e-9)
        let variances = result.variances
        #expect([variances.quality, variances.judge, variances.noise].allSatisfy { $0.isFinite && $0 >= 0 })
    }

    @Test("where nothing tells entries apart, all are as likely to be among the best")
    func equal() throws {
        let scores = (0..<5).flatMap { entry in
            (0..<2).map { Score(entry: entry, judge: $0, score: ExactDecimal(units: 7, places: 0)) }
        }
        let result = try Result(scores, top: 2, draws: 10, seed: 1)
        #expect(result.entries.allSatisfy { $0.probabilityInTop == 0.4 && $0.calibrated == 7 })
        #expect(result.entries.allSatisfy { $0.standardError == 0 })
    }

    @Test("normal numbers are spread as they should be")
    func normal() {
        var generator = SeededGenerator(seed: 1)
        let draws = (0..<40_000).map { _ in generator.nextNormal() }
        let mean = draws.reduce(0, +) / 40_000
        let variance = draws.reduce(0) { $0 + $1 * $1 } / 40_000
        #expect(abs(mean) < 0.02 && abs(variance - 1) < 0.03)
        // Shares of the normal distribution beyond 1 and beyond 2.5 standard deviations.
        #expect(abs(Double(draws.count { abs($0) > 1 }) / 40_000 - 0.3173) < 0.01)
        #expect(abs(Double(draws.count { $0 > 2.5 }) / 40_000 - 0.0062) < 0.002)
    }
}
