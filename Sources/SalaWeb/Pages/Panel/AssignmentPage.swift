import SalaEngine
import SalaExchange
import SalaStore
import SalaThai

/// Who would get what by an assignment, before it is done, and what would stay short.
struct AssignmentPage: Page {
    static let template = "pages/assignment"

    struct Judge: Sendable {
        let name: String
        let before: String
        let added: String
        let after: String
        /// Nil for who would get nothing.
        let entries: EntryListView?
    }

    /// Submissions that stay short for one reason.
    struct Short: Sendable {
        let count: String
        let reason: String
        let entries: EntryListView
    }

    /// How many submissions are listed without being asked for.
    private static let openEntries = 50
    /// How many are named with their titles; of more there are the numbers alone.
    private static let titledEntries = 1000
    /// How many lines a caution has.
    private static let cautionLines = 20

    let chrome: Chrome
    let call: String
    let round: LinkView
    /// What changed since the page was shown before; nil when nothing did.
    let changed: WarningView?
    /// How many reviews would be asked for, in words; nil when none would.
    let moves: String?
    let letters: String
    /// What a list says that stands already.
    let already: String?
    /// What may be meant otherwise: more judges than the round wants, a judge who has acted on the entry
    /// before, and lines that stand twice.
    let cautions: [WarningView]
    let judges: [Judge]
    let shortTitle: String?
    let short: [Short]
    let url: String
    let hidden: [HiddenFieldView]
    let confirm: String

    init(
        _ site: Site, _ context: SalaContext, _ plan: AssignmentPlan, from source: AssignmentSource,
        isChanged: Bool = false
    ) {
        let language = context.visit.language
        let handle = plan.view.call.handle
        let name = plan.round.name
        chrome = site.chrome(site.say("assigning.title", context), context)
        call = plan.view.call.title(language)
        round = LinkView(
            label: plan.view.programme.texts["round.\(name)", language], url: Paths.panel(name, of: handle))
        changed = isChanged ? WarningView(site.say("assigning.changed", context), lines: []) : nil
        let busy = plan.judges.count { !$0.entries.isEmpty }
        func count(_ key: String, _ count: Int, _ more: [String: String] = [:]) -> String {
            site.say(
                "assigning.\(key)", context, ["count": Digits.grouped(count)].merging(more) { own, _ in own })
        }
        moves =
            plan.added == 0 ? nil : count("moves", plan.added, ["judges": Digits.grouped(busy)])
        letters = count("letters", busy)
        already = plan.already == 0 ? nil : count("already", plan.already)
        cautions = AssignmentPage.cautions(site, context, plan)
        let isTitled = plan.added <= AssignmentPage.titledEntries
        judges = plan.judges.sorted { ThaiOrder.precedes($0.name, $1.name) }.map { judge in
            Judge(
                name: judge.name, before: Digits.grouped(judge.before),
                added: Digits.grouped(judge.entries.count), after: Digits.grouped(judge.after),
                entries: judge.entries.isEmpty
                    ? nil
                    : EntryListView(
                        site, context, judge.entries, summary: count("entries", judge.entries.count),
                        round: name, isTitled: isTitled, isOpen: plan.added <= AssignmentPage.openEntries))
        }
        shortTitle = plan.short.isEmpty ? nil : count("short", plan.short.count)
        short = Short.all(site, context, plan, openUpTo: AssignmentPage.openEntries)
        (url, hidden) = plan.sending(source)
        confirm = count("confirm", plan.added)
    }
}

extension AssignmentPage {
    private static func cautions(
        _ site: Site, _ context: SalaContext, _ plan: AssignmentPlan
    ) -> [WarningView] {
        func caution(_ key: String, _ lines: [String], _ values: [String: String] = [:]) -> WarningView? {
            guard !lines.isEmpty else { return nil }
            let rest = lines.count - cautionLines
            let more = site.say("panel.more-faults", context, ["count": Digits.grouped(rest)])
            let count = ["count": Digits.grouped(lines.count)]
            return WarningView(
                site.say("assigning.\(key)", context, values.merging(count) { $1 }),
                lines: lines.prefix(cautionLines) + (rest > 0 ? [more] : []))
        }
        let wanted = String(plan.round.reviews)
        let surplus = plan.surplus.map { surplus in
            let entry = [surplus.entry.number, surplus.entry.title].compactMap(\.self).joined(separator: " ")
            let judges = Digits.grouped(surplus.judges)
            return site.say("assigning.surplus-line", context, ["entry": entry, "count": judges])
        }
        let repeated = plan.repeated.map { line in
            site.say(
                "assigning.repeated-line", context,
                ["line": Digits.grouped(line.line), "first": Digits.grouped(line.first)])
        }
        let screened = plan.screened.map { screened in
            let entry = [screened.entry.number, screened.entry.title].compactMap(\.self)
                .joined(separator: " ")
            return site.say(
                "assigning.screened-line", context, ["entry": entry, "name": screened.judge])
        }
        return [
            caution("surplus", surplus, ["wanted": wanted]), caution("screened", screened),
            caution("repeated", repeated),
        ].compactMap(\.self)
    }
}

extension AssignmentPage.Short {
    /// By the sentence that says why; the most frequent first.
    fileprivate static func all(
        _ site: Site, _ context: SalaContext, _ plan: AssignmentPlan, openUpTo open: Int
    ) -> [Self] {
        let groups = Dictionary(grouping: plan.short) { short in
            site.reason(short, wanted: plan.round.reviews, context)
        }
        return groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { reason, group in
            let count = site.say(
                "assigning.entries", context, ["count": Digits.grouped(group.count)])
            return Self(
                count: count, reason: reason,
                entries: EntryListView(
                    site, context, group.map(\.entry), summary: count, round: plan.round.name,
                    isTitled: plan.short.count <= 1000, isOpen: plan.short.count <= open))
        }
    }
}

extension EntryListView {
    fileprivate init(
        _ site: Site, _ context: SalaContext, _ entries: [AssignmentPlan.Entry], summary: String,
        round: String, isTitled: Bool, isOpen: Bool
    ) {
        self.init(
            summary,
            items: isTitled
                ? entries.map {
                    Item(site, context, $0.number, $0.title, url: Paths.judges(round, of: $0.submission))
                } : [],
            isOpen: isOpen, numbers: isTitled ? nil : entries.compactMap(\.number).joined(separator: ", "))
    }
}

extension Site {
    /// How many judges a submission would have, and why no more.
    fileprivate func reason(
        _ short: AssignmentPlan.Short, wanted: Int, _ context: SalaContext
    ) -> String {
        let has = say(
            "panel.has-judges", context, ["count": String(short.judges), "wanted": String(wanted)])
        let parts = [("declined", short.declined), ("own", short.own), ("free", short.free)]
            .filter { $0.1 > 0 }
            .map { say("assigning.why-\($0.0)", context, ["count": Digits.grouped($0.1)]) }
        let none = short.free == 0 ? [say("assigning.why-none", context)] : []
        return ([has] + parts + none).joined(separator: " · ")
    }
}

extension AssignmentPlan {
    /// Where the confirmation is sent, and what it carries along.
    fileprivate func sending(_ source: AssignmentSource) -> (url: String, [HiddenFieldView]) {
        let expected = HiddenFieldView(name: "expected", value: fingerprint)
        switch source {
        case .seed(let seed):
            return (
                Paths.assignments(round.name, of: view.call.handle),
                [HiddenFieldView(name: "seed", value: String(seed)), expected]
            )
        case .list:
            let lines = [["entry", "judge"]] + list.map { [$0.entry, $0.judge] }
            let text = lines.map { CSVLine.written($0.map(CSVCell.text)) }.joined()
            return (
                Paths.assignmentList(round.name, of: view.call.handle),
                [HiddenFieldView(name: "list", value: text), expected]
            )
        }
    }
}
