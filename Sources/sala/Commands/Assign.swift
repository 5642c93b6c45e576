import ArgumentParser
import SalaAnalysis
import SalaEngine
import SalaThai

/// Judges for entries, from files and to standard output: what the server does, for whoever checks it.
struct Assign: JudgingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assigns judges to entries by what they know of them.",
        discussion: """
            FILE names the columns entry,judge,affinity and has a line for each pair, or is a matrix: \
            entry and then a column for each judge. A pair that is left out has affinity 0 and is allowed. \
            Affinities are decimals below a thousand million; sums are exact. The round's entries and \
            judges are those of FILE and of --fixed, or those of --entries and --judges where these are \
            named.

            Every entry gets exactly --demand judges. The objective total finds the greatest sum of \
            affinities (exact), fairness the greatest least sum that any entry gets, fair-first that and \
            then the greatest total; for these two "bound" says what the minimum cannot pass, and "proved" \
            whether nothing can be better. Of assignments with the greatest total the one with the most \
            even loads is taken, and so with the least lack of --min-load; with --hard-min-load the total \
            yields to the minimum load.

            Without --affinity, affinities are how near each judge's expertise is to each entry's text \
            (the cosine of TF-IDF vectors of Thai words): --entries then has a column text, --judges a \
            column expertise.

            Exit codes: 64 wrong use, 65 wrong data or no assignment, 66 a file that is not there. Without \
            an assignment, "infeasible" names the entries of which some must go short and the smallest \
            change that would mend it.
            """)

    @Option(help: "Affinities: CSV entry,judge,affinity, or a matrix.")
    var affinity: String?

    @Option(help: "How many judges each entry gets.")
    var demand: Int

    @Option(help: "The fewest entries a judge should get, as nearly as can be at no loss of the objective.")
    var minLoad: Int = 0

    @Option(help: "The most entries a judge gets; no limit when left out.")
    var maxLoad: Int?

    @Flag(help: "Keep --min-load whatever it costs the objective.")
    var hardMinLoad = false

    @Option(help: "What to make the most of.")
    var objective = ObjectiveArgument(.total)

    @Option(help: "Pairs that may not be: CSV entry,judge. Those about others are passed over.")
    var conflicts: String?

    @Option(help: "Pairs that are to be: CSV entry,judge. They count in the demand and in the load.")
    var fixed: String?

    @Option(help: "The round's entries: CSV entry, or entry,text.")
    var entries: String?

    @Option(help: "The round's judges: CSV judge, or judge,expertise.")
    var judges: String?

    @Option(help: "Chooses among assignments that are as good; the same seed gives the same one.")
    var seed: UInt64 = 1

    @OptionGroup var format: JudgingFormat

    func validate() throws {
        if demand < 1 { throw ValidationError(saying: "--demand is at least 1") }
        if minLoad < 0 { throw ValidationError(saying: "--min-load is at least 0") }
        if let maxLoad, maxLoad < 0 { throw ValidationError(saying: "--max-load is at least 0") }
        if let maxLoad, maxLoad < minLoad { throw ValidationError(saying: "--max-load is below --min-load") }
        if hardMinLoad, minLoad == 0 { throw ValidationError(saying: "--hard-min-load needs a --min-load") }
        if affinity == nil, entries == nil || judges == nil {
            throw ValidationError(
                saying: "name --affinity, or --entries with texts and --judges with expertise")
        }
    }

    func output() throws -> JudgingOutput {
        let files = AssignmentInput.Files(
            affinity: try affinity.map(JudgingFile.init), conflicts: try conflicts.map(JudgingFile.init),
            fixed: try fixed.map(JudgingFile.init), entries: try entries.map(JudgingFile.init),
            judges: try judges.map(JudgingFile.init))
        let input = try AssignmentInput(files, demand: demand, maximumLoad: maxLoad) {
            guard let words = WordBreaker() else {
                throw InstallationFault("libthai's dictionary is missing: run Scripts/setup")
            }
            return words
        }
        var problem = input.problem
        problem.minimumLoad = minLoad
        problem.minimumIsFirm = hardMinLoad
        if let cause = Infeasibility(problem) {
            let report = InfeasibilityReport(cause)
            return JudgingOutput(
                text: format.json ? try JudgingOutput.json(report) : "",
                notices: input.notices + report.notices, code: ExitCode(65))
        }
        let assignment = Assignment(problem, objective: objective.objective, seed: seed)
        let report = AssignmentReport(assignment, input.table, objective: objective.objective)
        var notices = input.notices
        if input.table.digits > assignment.digits {
            notices.append(
                "affinities have up to \(input.table.digits) digits after the point; they were compared with "
                    + "\(assignment.digits) and added up with all")
        }
        if !assignment.underloaded.isEmpty {
            notices.append("judges with less than the minimum load: \(assignment.underloaded.count)")
        }
        let text =
            format.json
            ? try JudgingOutput.json(report) : format.csv ? JudgingOutput.csv(report.lines) : report.text
        return JudgingOutput(text: text, notices: notices)
    }
}
