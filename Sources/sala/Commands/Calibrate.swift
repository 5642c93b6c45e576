import ArgumentParser
import SalaAnalysis
import SalaEngine

/// Scores with the judges' harshness taken out, from a file and to standard output.
struct Calibrate: JudgingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes the judges' harshness out of scores, and says how sure the result is.",
        discussion: """
            FILE names the columns entry,judge,score and has a line for each score, or is a matrix: entry \
            and then a column for each judge. An empty score is absent.

            The model is score = quality + judge's offset + noise, normal, by empirical Bayes: the \
            variances of quality and noise are those of the greatest restricted likelihood, qualities are \
            shrunk towards their mean, offsets are fixed effects that add up to zero. A constant added to \
            all scores of one judge therefore changes no order. "standard_error" is the posterior standard \
            deviation of "calibrated"; "probability_in_top" is the share of draws from the posterior in \
            which the entry is among the best --top. The draws come from SplitMix64 with --seed: the same \
            seed, the same numbers.

            Scores that fall into parts which no judge connects are refused (exit code 65), and \
            "components" lists the parts. Other exit codes: 64 wrong use, 65 wrong data, 66 a file that is \
            not there.
            """)

    @Option(help: "Scores: CSV entry,judge,score, or a matrix.")
    var scores: String

    @Option(help: "How many are to be chosen.")
    var top: Int

    @Option(help: "The same seed gives the same probabilities.")
    var seed: UInt64 = 1

    @Option(help: "How many draws the probabilities rest on.")
    var draws: Int = 10_000

    @OptionGroup var format: JudgingFormat

    func validate() throws {
        if top < 1 { throw ValidationError(saying: "--top is at least 1") }
        if draws < 1 { throw ValidationError(saying: "--draws is at least 1") }
    }

    func output() throws -> JudgingOutput {
        let input = try ScoreInput(JudgingFile(path: scores))
        do {
            let calibration = try Calibration(input.scores, top: top, draws: draws, seed: seed)
            let report = CalibrationReport(calibration, top: top, draws: draws, seed: seed)
            var notices = input.notices
            if !report.variances.identified {
                notices.append(
                    report.variances.quality > 0
                        ? "the scores do not tell quality from noise; half of what varies counts as either"
                        : "the scores do not tell quality from noise")
            }
            let text =
                format.json
                ? try JudgingOutput.json(report)
                : format.csv ? JudgingOutput.csv(report.lines) : report.text
            return JudgingOutput(text: text, notices: notices)
        } catch let disconnected as Calibration<String, String>.Disconnected {
            let parts = JudgingParts(disconnected.parts)
            return JudgingOutput(
                text: format.json ? try JudgingOutput.json(parts) : "",
                notices: input.notices + parts.notices, code: ExitCode(65))
        }
    }
}
