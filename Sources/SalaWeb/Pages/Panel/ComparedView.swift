import SalaEngine
import SalaStore
import SalaThai

/// How a score by a rule that compares entries follows from the reviews, line by line.
struct ComparedView: Sendable {
    struct Line: Sendable {
        let judge: String
        let score: String
        let count: String
        let measure: String
        let deviation: String
        let value: String
    }

    struct Duel: Sendable {
        let opponent: LinkView
        let wins: String
        let losses: String
        let ties: String
        let points: String
        let value: String
    }

    let title: String
    let measureHeading: String
    let deviationHeading: String
    let valueHeading: String
    let lines: [Line]
    let duels: [Duel]
    /// That a draw against an entry that is not shown is counted as well.
    let note: String?

    init(_ site: Site, _ context: SalaContext, _ comparing: ComparedTrace, _ trace: ScoreTrace) {
        let kind = trace.rule.kind
        func say(_ key: String) -> String { site.say("comparing.\(key)", context) }
        let (handle, name) = (trace.view.call.handle, trace.round.name)
        title = say("title-\(kind.rawValue)")
        let isCalibrated = kind == .calibrated
        measureHeading = say(isCalibrated ? "offset" : "judge-mean")
        deviationHeading = say(isCalibrated ? "standard-error" : "deviation")
        valueHeading = say(isCalibrated ? "adjusted" : "standing")
        lines = comparing.lines.map {
            Line(
                judge: $0.judge, score: $0.score, count: Digits.grouped($0.count), measure: $0.measure,
                deviation: $0.deviation, value: $0.value)
        }
        duels = comparing.duels.map { duel in
            Duel(
                opponent: LinkView(
                    label: site.label(duel.opponent, context),
                    url: Paths.trace(of: duel.opponent.id, name, of: handle)),
                wins: String(duel.wins), losses: String(duel.losses), ties: String(duel.ties),
                points: duel.points, value: duel.value ?? "–")
        }
        note = comparing.isRegularised ? say("regularised") : nil
    }
}
