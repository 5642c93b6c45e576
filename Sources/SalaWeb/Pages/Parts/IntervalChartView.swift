import SalaEngine
import SalaStore
import SalaThai

/// Values with what they may be in truth, one line each around the line that cuts them.
struct IntervalChartView: Sendable {
    struct Row: Sendable {
        let rank: String
        let name: String
        /// Who hears or points at the line is told it in words.
        let words: String
        let y: Int
        let textY: Int
        let left: Int
        let right: Int
        let middle: Int
        /// The stroke in the middle of the line.
        let top: Int
        let bottom: Int
        /// Where the declared score stands; nil where it is no percentage.
        let dot: Int?
        let isGrey: Bool
    }

    struct Tick: Sendable {
        let x: Int
        let label: String
    }

    let title: String
    let text: String
    let width: Int
    let height: Int
    let foot: Int
    let tickY: Int
    let rows: [Row]
    let ticks: [Tick]
    /// Where the last selected score stands; nil where it is no percentage or there is no cut.
    let cut: Int?
    let cutLabel: String

    private static let left = 190
    private static let plot = 600
    private static let step = 26
    private static let head = 34
}

extension IntervalChartView {
    /// Nil where nothing tells how sure the scores are.
    init?(_ site: Site, _ context: SalaContext, _ report: ChairReport, _ near: [RankedEntry]) {
        let drawn = near.compactMap { entry in
            report.certainties[entry.submission.id].map { (entry, $0) }
        }
        guard !drawn.isEmpty else { return nil }
        let isPercent = report.ranking.rule.kind.isPercent
        func number(_ score: String?) -> Double? { isPercent ? score.flatMap { Double($0) } : nil }
        let last = report.cut.map { report.ranking.entries[$0 - 1] }.flatMap { $0.isOwn ? nil : $0.score }
        let all = drawn.flatMap { entry, certainty in
            [certainty.interval.lowerBound, certainty.interval.upperBound]
                + [number(entry.score)].compactMap(\.self)
        }
        let scale = Scale(all + [number(last)].compactMap(\.self))
        title = site.say("chair.chart", context)
        text = site.say(isPercent ? "chair.chart-text" : "chair.chart-plain", context)
        width = Self.left + Self.plot + 20
        foot = Self.head + drawn.count * Self.step
        tickY = foot + 20
        height = foot + 30
        rows = drawn.enumerated().map { index, line in
            let (entry, certainty) = line
            let y = Self.head + index * Self.step + Self.step / 2
            return Row(
                rank: (entry.rank.map(Digits.grouped) ?? "–") + ".",
                name: entry.submission.number ?? "–",
                words: [
                    site.label(entry.submission, context), entry.score ?? "–",
                    "\(ChairWording.decimal(certainty.calibrated)) ± "
                        + ChairWording.decimal(certainty.standardError),
                    ChairWording.percent(certainty.chance),
                ].joined(separator: " · "), y: y, textY: y + 5,
                left: scale.place(certainty.interval.lowerBound),
                right: scale.place(certainty.interval.upperBound),
                middle: scale.place(certainty.calibrated), top: y - 6, bottom: y + 6,
                dot: number(entry.score).map(scale.place), isGrey: certainty.isGrey)
        }
        ticks = scale.ticks
        cut = number(last).map(scale.place)
        cutLabel = site.say("ranking.cut-at", context, ["score": last ?? ""])
    }

    /// Points of per cent along the picture.
    private struct Scale {
        let lower: Double
        let upper: Double
        let step: Double

        init(_ values: [Double]) {
            let (least, most) = (values.min() ?? 0, values.max() ?? 100)
            step = most - least > 40 ? 10 : most - least > 16 ? 5 : 2
            lower = (least / step).rounded(.down) * step
            upper = max(lower + step, (most / step).rounded(.up) * step)
        }

        func place(_ value: Double) -> Int {
            IntervalChartView.left
                + Int(((value - lower) / (upper - lower) * Double(IntervalChartView.plot)).rounded())
        }

        var ticks: [Tick] {
            stride(from: lower, through: upper + step / 2, by: step).map {
                Tick(x: place($0), label: String(Int($0.rounded())))
            }
        }
    }
}
