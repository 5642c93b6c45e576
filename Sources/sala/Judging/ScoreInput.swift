import SalaAnalysis
import SalaEngine

/// The scores that a file gives, and who stands in it without one.
struct ScoreInput {
    let scores: [GivenScore<String, String>]
    /// Of the scores, one each; nil where the file has no column of weights.
    let weights: [ExactDecimal]?
    /// Everybody that the file names.
    let entries: [String]
    let notices: [Sentence]

    init(_ file: JudgingFile) throws {
        let sheet = try PairSheet(file, value: "score")
        let given = sheet.cells.indices.filter { sheet.cells[$0].value != nil }
        scores = given.compactMap { place in
            let cell = sheet.cells[place]
            return cell.value.map {
                GivenScore(entry: sheet.entries[cell.entry], judge: sheet.judges[cell.judge], score: $0)
            }
        }
        let one = ExactDecimal(units: 1, places: 0)
        weights = sheet.weights.isEmpty ? nil : given.map { sheet.weights[$0] ?? one }
        entries = sheet.entries
        var notices: [Sentence] = []
        if sheet.roundedCount > 0 {
            notices.append("\(file.name): \(sheet.roundedCount) numbers were rounded to eighteen digits")
        }
        self.notices = notices
        if scores.isEmpty { throw JudgingFaults([file.fault(nil, "there is no score in it")]) }
        try ScoreInput.check(sheet, file)
    }

    /// Weights are small enough for exact sums, and none is negative.
    private static func check(_ sheet: PairSheet, _ file: JudgingFile) throws {
        let digits = sheet.cells.compactMap { $0.value?.places }.max() ?? 0
        let faults = zip(sheet.cells, sheet.weights).compactMap { cell, weight -> JudgingFault? in
            guard let weight else { return nil }
            let isSmall = weight < ExactDecimal(units: 1_000_000, places: 0)
            if weight.units >= 0, isSmall, digits + weight.places <= 17 { return nil }
            return file.fault(
                cell.line, "\(weight) is no weight: 0 or more, below a million, and with few digits")
        }
        guard faults.isEmpty else { throw JudgingFaults(faults) }
    }
}
