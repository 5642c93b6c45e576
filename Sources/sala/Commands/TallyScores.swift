import ArgumentParser
import SalaAnalysis
import SalaEngine

/// Scores of a panel become one value and a rank for each entry, from a file and to standard output.
struct TallyScores: JudgingCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally",
        abstract: "Reckons one value and the rank of each entry from its judges' scores.",
        discussion: """
            FILE names the columns entry,judge,score and has a line for each score, or is a matrix: entry \
            and then a column for each judge. An empty score is absent, and absent is not zero: it is left \
            out. With --absent VALUE every judge of FILE who gave an entry no score counts as having given \
            VALUE.

            Rules: mean; median; trimmed-mean:N, without the N highest and N lowest scores (of 2N or fewer \
            their plain mean); weighted-mean, by the column weight; z-score, the mean of each judge's \
            scores less their mean in that judge's standard deviations (z-score:sample divides by one \
            less; a judge who gave all the same adds 0); copeland, how many entries it beats by the number \
            of judges who prefer it, each tie half; bradley-terry, the logarithm of its likeliest strength \
            in the judges' pairwise preferences, 0 on average (where no strengths are likeliest, every \
            entry also plays one draw against an entry that is not shown, and the output says so).

            Values are exact and rounded once, as --round says: 0 to 9 digits; half-up goes away from \
            zero, half-even to the even neighbour. Ranks are 1, 2, 2, 4 and go by the value as it is \
            printed, so that what looks equal is equal; --rank-exact ranks by the value before it is \
            rounded. --ties names what decides between equals, in order: mean, median, highest, lowest \
            (the higher first), spread (the lesser first), reviews (more first). What none decides shares \
            a rank.

            Exit codes: 64 wrong use, 65 wrong data, 66 a file that is not there.
            """)

    @Option(help: "Scores: CSV entry,judge,score, or a matrix.")
    var scores: String

    @Option(help: "The rule that makes one value of an entry's scores.")
    var rule: PanelRuleArgument

    @Option(help: "Digits after the point, and what becomes of halves.")
    var round = RoundingArgument()

    @Option(help: "What an absent score counts as; left out unless it is named.")
    var absent: DecimalArgument?

    @Option(help: "What decides between equal values: names with commas between.")
    var ties = TieArgument()

    @Flag(help: "Rank by values before they are rounded.")
    var rankExact = false

    @OptionGroup var format: JudgingFormat

    func output() throws -> JudgingOutput {
        let file = try JudgingFile(path: scores)
        let input = try ScoreInput(file)
        if rule.rule == .weightedMean, input.weights == nil {
            throw JudgingFaults([file.fault(1, "weighted-mean needs a column weight")])
        }
        let panel = PanelScores(
            input.scores, entries: input.entries, weights: input.weights, absent: absent?.value)
        let tally = PanelTally(
            panel,
            PanelTally.Rules(
                rule.rule, places: round.places, rounding: round.rounding, ties: ties.ties,
                ranksExactly: rankExact))
        let report = TallyReport(tally)
        var notices = input.notices
        if tally.isRegularised {
            notices.append(
                "not every entry was preferred to every other, directly or by way of others: each was given "
                    + "a draw against an entry that is not shown")
        }
        if !tally.isConverged { notices.append("the strengths had not settled when the iteration ended") }
        let text =
            format.json
            ? try JudgingOutput.json(report) : format.csv ? JudgingOutput.csv(report.lines) : report.text
        return JudgingOutput(text: text, notices: notices)
    }
}
