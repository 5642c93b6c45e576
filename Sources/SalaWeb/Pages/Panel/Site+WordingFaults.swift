import SalaEngine
import SalaStore

extension Site {
    /// What is wrong with a line of a list of assignments for a round of a programme, and how to mend it.
    func sentence(
        _ fault: AssignmentFault, _ context: SalaContext, round: String, of programme: Programme
    ) -> String {
        let line = ["line": String(fault.line)]
        func say(_ key: String, _ values: [String: String] = [:]) -> String {
            self.say("list-fault.\(key)", context, values.merging(line) { own, _ in own })
        }
        switch fault.kind {
        case .syntax(.notUTF8(.windows874)): return say("windows-874")
        case .syntax(.notUTF8(.utf16)): return say("utf-16")
        case .syntax(.notUTF8(.workbook)): return say("workbook")
        case .syntax(.notUTF8(.binary)): return say("not-text")
        case .syntax(.notUTF8(.unknown)): return say("not-utf-8")
        case .syntax(.openQuote): return say("open-quote")
        case .syntax(.strayQuote): return say("stray-quote")
        case .empty: return say("empty")
        case .missingColumn(let name): return say("missing-column", ["name": name])
        case .repeatedColumn(let name): return say("repeated-column", ["name": name])
        case .fieldCount(let wanted, let given):
            return say("field-count", ["wanted": String(wanted), "given": String(given)])
        case .emptyField(let name): return say("empty-field", ["name": name])
        case .nothing: return say("nothing")
        case .unknownEntry(let number): return say("unknown-entry", ["number": number])
        case .unknownJudge(let address): return say("unknown-judge", ["address": address])
        case .refused(.wrongStage(let stage)):
            let stages = programme.workflow.stages(of: round)
            return say("refused", ["reason": sentence(at: [stage], not: stages, of: programme, context)])
        case .refused(let refusal): return say("refused", ["reason": sentence(refusal, context)])
        }
    }

    /// In which stages something rests, and in which others alone it could have been done.
    func sentence(
        at stages: [String], not possible: [String], of programme: Programme, _ context: SalaContext
    ) -> String {
        func names(_ stages: [String]) -> String {
            stages.map { "“\(programme.texts["stage.\($0)", context.visit.language])”" }
                .joined(separator: ", ")
        }
        return say(
            "refusal.other-stage", context, ["stages": names(stages), "possible": names(possible)])
    }
}
