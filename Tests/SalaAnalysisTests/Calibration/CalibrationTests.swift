import Foundation
import SalaAnalysis
import Testing

@Suite("Calibration")
struct CalibrationTests {
    private typealias Score = GivenScore<Int, Int>
    private typealias Result = Calibration<Int, Int>

    private func scores(_ rows: [(Int, Int, Int)]) -> [Score] {
        rows.map { Score(entry: $0.0, judge: $0.1, score: ExactDecimal(units: $0.2, places: 0)) }
    }

    /// Twenty scores of seven entries by four judges, two to four each.
    private let uneven = [
        (0, 1, 60), (0, 2, 61), (1, 0, 64), (1, 1, 66), (1, 2, 72), (2, 0, 59), (2, 1, 62), (2, 2, 67),
        (2, 3, 64), (3, 0, 54), (3, 3, 67), (4, 0, 60), (4, 2, 73), (4, 3, 69), (5, 0, 53), (5, 1, 54),
        (5, 2, 55), (5, 3, 56), (6, 2, 62), (6, 3, 55),
    ]

    private func expectNear(_ found: [Double], _ wanted: [Double], within tolerance: Double) {
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) { #expect(abs(one - other) < tolerance) }
    }

    @Test("agrees with the same model solved by dense matrices and two million draws elsewhere")
    func reference() throws {
        let result = try Result(scores(uneven), top: 2, draws: 40_000, seed: 1)
        expectNear(
            result.entries.map(\.calibrated),
            [59.237747, 67.286195, 62.887723, 61.982683, 66.619502, 54.969656, 56.53673], within: 1e-5)
        expectNear(
            result.entries.map(\.standardError),
            [1.908134, 1.545713, 1.317235, 1.909851, 1.555184, 1.317235, 1.902083], within: 1e-5)
        expectNear(
            result.judges.map(\.offset), [-4.749152, -0.59533, 3.743741, 1.600741], within: 1e-5)
        expectNear(
            result.judges.map(\.standardError), [1.112187, 1.246537, 1.034164, 1.150271], within: 1e-5)
        expectNear(
            result.entries.map(\.probabilityInTop), [0.0014, 0.9747, 0.0405, 0.0342, 0.9492, 0, 0],
            within: 0.005)
        expectNear([result.variances.noise, result.variances.quality], [7.370184, 25.070594], within: 1e-4)
        #expect(result.entries.map(\.mean)[0] == 60.5)
        #expect(result.entries.map(\.reviews) == [2, 3, 4, 2, 3, 4, 2])
        #expect(result.variances.areIdentified)
    }

    @Test("where every judge scores every entry, it is the analysis of variance of a two-way table")
    func balanced() throws {
        let table = [[7, 5, 9], [4, 3, 5], [8, 8, 9], [2, 1, 6], [5, 5, 8]]
        let (rows, columns) = (5.0, 3.0)
        let result = try Result(
            scores(table.enumerated().flatMap { entry, row in row.enumerated().map { (entry, $0, $1) } }),
            top: 1, draws: 100, seed: 1)
        let means = table.map { Double($0.reduce(0, +)) / columns }
        let grand = means.reduce(0, +) / rows
        let levels = (0..<3).map { judge in table.reduce(0.0) { $0 + Double($1[judge]) } / rows - grand }
        let between = means.reduce(0) { $0 + columns * ($1 - grand) * ($1 - grand) } / (rows - 1)
        let rest =
            table.enumerated().reduce(0.0) { sum, row in
                row.element.enumerated().reduce(sum) {
                    let left = Double($1.element) - means[row.offset] - levels[$1.offset]
                    return $0 + left * left
                }
            } / ((rows - 1) * (columns - 1))
        let quality = (between - rest) / columns
        let shrinkage = columns * quality / (columns * quality + rest)
        expectNear([result.variances.quality, result.variances.noise], [quality, rest], within: 1e-5)
        expectNear(result.judges.map(\.offset), levels, within: 1e-9)
        expectNear(
            result.entries.map(\.calibrated), means.map { grand + shrinkage * ($0 - grand) }, within: 1e-6)
        // The offset's error is that of a column's mean less the grand mean.
        let error = (rest * (1 - 1 / columns) / rows).squareRoot()
        expectNear(result.judges.map(\.standardError), [error, error, error], within: 1e-6)
    }

    @Test("a constant added to one judge's scores moves everybody alike and changes nothing else")
    func constant() throws {
        let before = try Result(scores(uneven), top: 2, draws: 2000, seed: 5)
        for judge in 0..<4 {
            let harsher = uneven.map { ($0.0, $0.1, $0.2 - ($0.1 == judge ? 37 : 0)) }
            let after = try Result(scores(harsher), top: 2, draws: 2000, seed: 5)
            #expect(after.entries.map(\.probabilityInTop) == before.entries.map(\.probabilityInTop))
            #expect(after.entries.map(\.standardError) == before.entries.map(\.standardError))
            let moved = zip(after.entries, before.entries).map { $0.calibrated - $1.calibrated }
            expectNear(moved, Array(repeating: -37.0 / 4, count: 7), within: 1e-9)
            func order(_ result: Result) -> [Int] {
                result.entries.sorted { ($1.calibrated, $0.entry) < ($0.calibrated, $1.entry) }.map(\.entry)
            }
            #expect(order(after) == order(before))
        }
    }

    @Test("the order of scores changes nothing, and the seed only probabilities")
    func permutation() throws {
        var generator = SeededGenerator(seed: 2)
        let first = try Result(scores(uneven), top: 3, draws: 500, seed: 1)
        for _ in 0..<5 {
            let again = try Result(scores(generator.shuffled(uneven)), top: 3, draws: 500, seed: 1)
            #expect(again.entries == first.entries)
            #expect(again.judges == first.judges)
            #expect(again.variances == first.variances)
        }
        let other = try Result(scores(uneven), top: 3, draws: 500, seed: 2)
        #expect(other.entries.map(\.calibrated) == first.entries.map(\.calibrated))
        #expect(other.entries != first.entries)
    }

    @Test("names of entries and judges matter as little as their order")
    func renaming() throws {
        let first = try Result(scores(uneven), top: 3, draws: 100, seed: 1)
        let renamed = try Result(
            scores(uneven.map { (6 - $0.0, ($0.1 + 2) % 4, $0.2) }), top: 3, draws: 100, seed: 1)
        expectNear(
            renamed.entries.reversed().map(\.calibrated), first.entries.map(\.calibrated), within: 1e-9)
    }

    @Test("parts that no judge connects are refused by name, the largest first")
    func disconnected() {
        let rows = [(4, 9, 1), (1, 7, 5), (2, 7, 3), (2, 8, 4), (3, 8, 2)]
        #expect {
            try Result(scores(rows), top: 1, seed: 1)
        } throws: { error in
            let parts = (error as? Result.Disconnected)?.parts
            return parts?.map(\.entries) == [[1, 2, 3], [4]] && parts?.map(\.judges) == [[7, 8], [9]]
        }
    }
}
