import Foundation
public import SalaEngine
public import SalaStore
import SalaThai

/// One cell of an export.
public enum ExportCell: Equatable, Sendable {
    /// Words that somebody wrote, or that the programme has for something.
    case text(String)
    /// A number in decimal digits, which a spreadsheet may reckon with.
    case number(String)
    case empty
}

/// The tables of an export: which columns they have and what an entry puts into them. Every format is made
/// of the same cells.
public struct ExportSheets: Sendable {
    /// One of the tables.
    public enum Sheet: String, CaseIterable, Sendable {
        case entries, reviews, decisions, events
    }

    /// The words of the house under a key, with values in place of names in double braces.
    public typealias Words = @Sendable (_ key: String, _ values: [String: String]) -> String

    let programme: Programme
    let call: Call
    let language: Language
    let say: Words
    private let criteria: [String]

    public init(_ programme: Programme, _ call: Call, _ language: Language, say: @escaping Words) {
        self.programme = programme
        self.call = call
        self.language = language
        self.say = say
        var seen: Set<String> = []
        criteria = programme.rounds.flatMap(\.criteria).map(\.name).filter { seen.insert($0).inserted }
    }

    /// The questions whose answers are columns of the entries.
    private var questions: [Question] { programme.form.questions.filter { $0.kind != .note } }

    /// The names of the columns, the same in every language.
    public func columns(_ sheet: Sheet) -> [String] {
        switch sheet {
        case .entries:
            [
                "number", "stage", "stage_code", "organisation", "organisation_kind", "province", "applicant",
                "filed_at", "filed_late", "late_reason", "decision_held",
            ] + questions.map(\.name)
        case .reviews:
            ["number", "round", "judge", "state", "score"] + criteria
                + ["comment_to_committee", "comment_to_filer", "reason"]
        case .decisions: ["number", "at", "by", "action", "action_code", "from", "to", "released", "input"]
        case .events: ["number", "sequence", "at", "by", "kind", "event", "detail"]
        }
    }

    /// The rows that an entry has in the table.
    public func rows(_ sheet: Sheet, _ entry: ExportBatch.Entry) -> [[ExportCell]] {
        switch sheet {
        case .entries: [entryRow(entry)]
        case .reviews: reviewRows(entry)
        case .decisions: decisionRows(entry)
        case .events: entry.events.map { eventRow($0, entry) }
        }
    }

    private func number(_ entry: ExportBatch.Entry) -> ExportCell {
        .text(entry.dossier.submission.number ?? "")
    }

    private func entryRow(_ entry: ExportBatch.Entry) -> [ExportCell] {
        let dossier = entry.dossier
        let submission = dossier.submission
        let late = submission.filedAt.flatMap { call.lateAccess(of: submission.entrant, filedAt: $0) }
        let fixed: [ExportCell] = [
            number(entry), .text(programme.texts["stage.\(submission.stage)", language]),
            .text(submission.stage), .text(dossier.organisation?.placedName(language) ?? ""),
            .text(dossier.organisation?.kind ?? ""), .text(dossier.organisation?.province(language) ?? ""),
            .text(entry.applicant), time(submission.filedAt), .text(late == nil ? "" : "yes"),
            .text(late?.reason ?? ""),
            .text(submission.held.map { programme.texts["action.\($0.action)", language] } ?? ""),
        ]
        return fixed + questions.map { cell(submission.answers[$0.name], to: $0, of: submission) }
    }

    private func cell(_ answer: Answer?, to question: Question, of submission: Submission) -> ExportCell {
        guard let answer, !answer.isEmpty else { return .empty }
        switch question.kind {
        case .integer, .decimal, .calculate:
            let text = answer.string
            return Digits.decimal(typed: text) == text ? .number(text) : .text(text)
        case .selectOne(let list), .selectMultiple(let list):
            let words = answer.items.map { programme.texts["choice.\(list).\($0)", language] }
            return .text(words.joined(separator: "; "))
        case .file, .image:
            let names = answer.items.map { item in
                AttachmentID(item).flatMap { submission.attachments[$0]?.name } ?? item
            }
            return .text(names.joined(separator: "; "))
        case .text, .date, .note: return .text(answer.string)
        }
    }

    private func reviewRows(_ entry: ExportBatch.Entry) -> [[ExportCell]] {
        programme.rounds.flatMap { round in
            let reviews = entry.dossier.submission.reviews[round.name, default: [:]]
            return reviews.sorted { $0.key < $1.key }.map { judge, review in
                let score = review.state == .final ? call.score(of: review.scores, in: round) : nil
                let levels: [ExportCell] = criteria.map { name in
                    review.scores[name].map { .number(String($0)) } ?? .empty
                }
                return [
                    number(entry), .text(programme.texts["round.\(round.name)", language]),
                    .text(entry.names[judge] ?? ""),
                    .text(say("judging.state-\(review.state.rawValue)", [:])),
                    score.map { .number($0) } ?? .empty,
                ] + levels + [
                    .text(review.commentToCommittee), .text(review.commentToFiler), .text(review.reason),
                ]
            }
        }
    }

    private func decisionRows(_ entry: ExportBatch.Entry) -> [[ExportCell]] {
        entry.events.compactMap { event in
            guard case .acted(let acted) = event.body, !acted.files else { return nil }
            let input = acted.input.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.string)" }
            return [
                number(entry), time(event.at), .text(event.actor.flatMap { entry.names[$0] } ?? ""),
                .text(programme.texts["action.\(acted.action).done", language]), .text(acted.action),
                .text(programme.texts["stage.\(acted.from)", language]),
                .text(programme.texts["stage.\(acted.to)", language]),
                .text(acted.wasHeld ? "yes" : ""), .text(input.joined(separator: "\n")),
            ]
        }
    }

    private func eventRow(
        _ event: Recorded<SubmissionEvent>, _ entry: ExportBatch.Entry
    ) -> [ExportCell] {
        let (words, detail) = telling(event.body)
        return [
            number(entry), .number(String(event.sequence)), time(event.at),
            .text(event.actor.flatMap { entry.names[$0] } ?? ""), .text(event.body.kind), .text(words),
            .text(detail),
        ]
    }

    private func telling(_ event: SubmissionEvent) -> (words: String, detail: String) {
        func round(_ name: String) -> [String: String] {
            ["round": programme.texts["round.\(name)", language]]
        }
        switch event {
        case .acted(let acted): return (programme.texts["action.\(acted.action).done", language], acted.to)
        case .held(let action, _), .takenBack(let action):
            let values = ["action": programme.texts["action.\(action)", language]]
            return (say("timeline.\(event.kind)", values), action)
        case .assigned(let name, _): return (say("timeline.assigned", round(name)), "")
        case .assignedAgain(let name, _, let reason), .furtherAsked(let name, _, let reason),
            .reopened(let name, _, let reason), .unassigned(let name, _, let reason),
            .conflictDeclared(let name, _, let reason, _), .recused(let name, _, let reason),
            .abstained(let name, _, let reason):
            return (say("timeline.\(event.kind)", round(name)), reason)
        case .conflictDenied(let name, _, let shown):
            return (say("timeline.conflict-denied", round(name)), shown)
        case .conflictFound(let name, _, let ground):
            return (
                say("timeline.conflict-found", round(name)), say("conflicts.ground-\(ground.rawValue)", [:])
            )
        case .roleTakenBack(let name, _, let role):
            let role = ["role": programme.texts["role.\(role)", language]]
            return (say("timeline.role-taken-back", round(name).merging(role) { first, _ in first }), "")
        case .reviewed(let name, _, let scoring):
            let key = scoring.isFinal ? "timeline.reviewed" : "timeline.review-begun"
            return (say(key, round(name)), "")
        case .clockRefused(let refusal):
            let action = programme.texts["action.\(refusal.action)", language]
            return (say("clock.refused", ["action": action]), refusal.code)
        case .invited(_, let address): return (say("timeline.invited", ["address": address]), "")
        case .invitationWithdrawn, .parted:
            return (say("timeline.\(event.kind)-plain", [:]), "")
        case .started, .reminded, .answered, .attached, .detached, .setAside, .joined:
            return (say("timeline.\(event.kind)", [:]), "")
        }
    }

    /// In Bangkok, as `2021-07-31 23:59:59`.
    private func time(_ instant: Instant?) -> ExportCell {
        guard let instant else { return .empty }
        let day = instant.localDate.iso
        let seconds = (instant.seconds + 7 * 3600) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return .text("\(day) \(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))")
    }
}
