import SalaAnalysis

/// What `sala calibrate` says.
struct CalibrationReport: Encodable {
    struct Entry: Encodable {
        var entry: String
        var reviews: Int
        var mean: Double
        var calibrated: Double
        var standardError: Double
        var probabilityInTop: Double
    }

    struct Judge: Encodable {
        var judge: String
        var reviews: Int
        var offset: Double
        var standardError: Double
    }

    struct Variances: Encodable {
        var quality: Double
        var judge: Double
        var noise: Double
        var identified: Bool
    }

    var entries: [Entry]
    var judges: [Judge]
    var variances: Variances
    var components: [JudgingParts.Part]
    var top: Int
    var draws: Int
    var seed: UInt64

    init(_ calibration: Calibration<String, String>, top: Int, draws: Int, seed: UInt64) {
        entries = calibration.entries.map {
            Entry(
                entry: $0.entry, reviews: $0.reviews, mean: $0.mean.settled,
                calibrated: $0.calibrated.settled,
                standardError: $0.standardError.settled, probabilityInTop: $0.probabilityInTop.settled)
        }
        judges = calibration.judges.map {
            Judge(
                judge: $0.judge, reviews: $0.reviews, offset: $0.offset.settled,
                standardError: $0.standardError.settled)
        }
        let found = calibration.variances
        variances = Variances(
            quality: found.quality.settled, judge: found.judge.settled, noise: found.noise.settled,
            identified: found.areIdentified)
        components = [.init(entries: entries.map(\.entry), judges: judges.map(\.judge))]
        self.top = top
        self.draws = draws
        self.seed = seed
    }

    /// The entries, the best first.
    var lines: [[String]] {
        let best = entries.sorted { ($1.calibrated, $0.entry) < ($0.calibrated, $1.entry) }
        return [["entry", "reviews", "mean", "calibrated", "standard_error", "probability_in_top"]]
            + best.map { entry in
                [
                    entry.entry, String(entry.reviews), entry.mean.description, entry.calibrated.description,
                    entry.standardError.description, entry.probabilityInTop.description,
                ]
            }
    }

    var text: String {
        let best = entries.sorted { ($1.calibrated, $0.entry) < ($0.calibrated, $1.entry) }
        let entryTable = JudgingOutput.table(
            [["entry", "reviews", "mean", "calibrated", "± error", "in top \(top)"]]
                + best.map {
                    [
                        $0.entry, String($0.reviews), $0.mean.text(places: 3), $0.calibrated.text(places: 3),
                        $0.standardError.text(places: 3), $0.probabilityInTop.text(places: 3),
                    ]
                }, numbers: [1, 2, 3, 4, 5])
        let judgeTable = JudgingOutput.table(
            [["judge", "reviews", "offset", "± error"]]
                + judges.map {
                    [
                        $0.judge, String($0.reviews), $0.offset.text(places: 3),
                        $0.standardError.text(places: 3),
                    ]
                }, numbers: [1, 2, 3])
        let sources = [
            "quality \(variances.quality.text(places: 3))", "judges \(variances.judge.text(places: 3))",
            "noise \(variances.noise.text(places: 3))",
        ]
        return "\(entryTable)\n\n\(judgeTable)\n\nvariances: \(sources.joined(separator: ", "))"
    }
}
