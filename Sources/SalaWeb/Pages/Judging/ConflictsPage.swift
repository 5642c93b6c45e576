import SalaEngine
import SalaStore

/// What a judge is asked before anything can be read: whether there is a conflict of interest with those who
/// entered, one by one or all at once.
struct ConflictsPage: Page {
    static let template = "pages/conflicts"

    /// What is answered in one act.
    struct Group: Sendable {
        let title: String
        let text: String
        /// What the form carries along: which entries it shows, and in which words.
        let hidden: [HiddenFieldView]
        /// Who entered, where one alone is asked about.
        let facts: [FactView]
        /// Who entered, to be ticked where there is a conflict; nil where one alone is asked about.
        let ticks: FieldView?
        let reason: FieldView
        /// Says that there is no conflict, or none with those that are not ticked.
        let clear: String
        /// Says that there is one, where one alone is asked about.
        let declare: String?
    }

    let chrome: Chrome
    let call: String
    let deskURL: String
    /// What a conflict of interest is.
    let statement: String
    let errors: ErrorSummaryView?
    /// Says that nothing was kept, because something else is asked by now.
    let changed: WarningView?
    let groups: [Group]
    /// Leads from one question to all.
    let all: LinkView?
    let empty: EmptyView?
    let url: String

    /// - Parameters:
    ///   - entry: the one that alone is asked about; nil asks about all.
    ///   - sent: what was sent and not taken.
    ///   - mistake: what is wrong with the reason, in a sentence; nil where something else is asked by now.
    init(
        _ site: Site, _ context: SalaContext, _ questions: ConflictQuestions, entry: SubmissionID? = nil,
        sent: SentAnswers? = nil, mistake: String? = nil
    ) {
        let handle = questions.view.call.handle
        call = questions.view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("conflicts.title", context)) – \(call)", context)
        deskURL = Paths.judging(handle)
        statement = site.say("conflicts.statement", context)
        let one = entry.flatMap { id in questions.named.first { $0.submission == id } }
        let making = Making(site: site, context: context, questions: questions, sent: sent, mistake: mistake)
        if let one {
            groups = [making.single(one)]
        } else {
            groups = (questions.named.isEmpty ? [] : [making.named()]) + questions.blind.map(making.blind)
        }
        all =
            one != nil && questions.count > 1
            ? LinkView(
                label: site.say("conflicts.all", context, ["count": String(questions.count)]),
                url: Paths.conflicts(handle)) : nil
        empty =
            groups.isEmpty
            ? EmptyView(
                title: site.say("conflicts.none", context), text: site.say("conflicts.none-text", context),
                step: LinkView(label: site.say("conflicts.to-desk", context), url: Paths.judging(handle)))
            : nil
        errors = mistake.flatMap { mistake in
            guard let sent else { return nil }
            return ErrorSummaryView(mistakes: [
                LinkView(
                    mistake: mistake, in: site.say("judging.reason", context),
                    url: "#\(FieldView.anchor(of: sent.field))")
            ])
        }
        if let sent, mistake == nil {
            // A reason whose question is gone would be lost.
            let isShown = sent.reason.isEmpty || groups.contains { $0.reason.name == sent.field }
            changed = WarningView(site.say("conflicts.changed", context), lines: isShown ? [] : [sent.reason])
        } else {
            changed = nil
        }
        url = Paths.conflicts(handle)
    }
}

/// Answers that were sent and not taken: they stand in the page again.
struct SentAnswers: Sendable {
    /// The field that the reason was typed in.
    let field: String
    let reason: String
    /// Those with whom there is a conflict.
    var ticked: Set<String> = []
    /// The one that alone was asked about.
    var entry: SubmissionID?
}

/// Makes the forms of the page.
private struct Making {
    let site: Site
    let context: SalaContext
    let questions: ConflictQuestions
    let sent: SentAnswers?
    let mistake: String?

    func single(_ question: ConflictQuestion) -> ConflictsPage.Group {
        ConflictsPage.Group(
            title: site.say("conflicts.one", context), text: site.say("conflicts.one-text", context),
            hidden: [
                HiddenFieldView(name: "kind", value: "one"),
                HiddenFieldView(
                    name: "shown", value: site.asked(question, of: questions.view, context).text),
            ], facts: facts(question), ticks: nil, reason: reason("reason", isRequired: false),
            clear: site.say("conflicts.clear-one", context),
            declare: site.say("conflicts.declare-one", context))
    }

    func named() -> ConflictsPage.Group {
        let hasRounds = Set(questions.named.map(\.round)).count > 1
        let choices = questions.named.map { question in
            let round = hasRounds ? [roundName(question.round)] : []
            let value = "\(question.submission)/\(question.round)"
            return ChoiceView(
                value: value, label: site.filer(question, context),
                detail: (site.details(question.organisation, context) + round).joined(separator: " · "),
                isChosen: sent?.ticked.contains(value) == true)
        }
        return ConflictsPage.Group(
            title: site.say("conflicts.named", context, ["count": String(questions.named.count)]),
            text: site.say("conflicts.named-text", context),
            hidden: [HiddenFieldView(name: "kind", value: "named")]
                + questions.named.map {
                    HiddenFieldView(name: "shown", value: site.asked($0, of: questions.view, context).text)
                },
            facts: [], ticks: ticks("conflict", choices), reason: reason("reason", isRequired: false),
            clear: site.say("conflicts.clear", context), declare: nil)
    }

    func blind(_ question: BlindQuestion) -> ConflictsPage.Group {
        let choices = question.filers.map { filer in
            ChoiceView(
                value: filer.key, label: filer.organisation?.name(context.visit.language) ?? filer.applicant,
                detail: site.details(filer.organisation, context).joined(separator: " · "),
                isChosen: sent?.ticked.contains(filer.key) == true)
        }
        return ConflictsPage.Group(
            title: site.say(
                "conflicts.blind", context,
                ["round": roundName(question.round), "count": String(question.submissions.count)]),
            text: site.say("conflicts.blind-text", context),
            hidden: [
                HiddenFieldView(name: "kind", value: "blind"),
                HiddenFieldView(name: "round", value: question.round),
                HiddenFieldView(name: "stamp", value: site.stamp(question, context)),
            ], facts: [], ticks: ticks("conflict-\(question.round)", choices),
            reason: reason("reason-\(question.round)", isRequired: false),
            clear: site.say("conflicts.clear", context), declare: nil)
    }

    private func ticks(_ name: String, _ choices: [ChoiceView]) -> FieldView {
        FieldView(
            name: name, label: site.say("conflicts.tick", context),
            hint: site.say("conflicts.tick-hint", context),
            control: .checkboxes(ChoicesControl(choices: choices)))
    }

    private func reason(_ name: String, isRequired: Bool) -> FieldView {
        let sent = sent.flatMap { $0.field == name ? $0 : nil }
        return FieldView(
            name: name, label: site.say("judging.reason", context),
            hint: site.say("conflicts.reason-hint", context),
            error: sent == nil ? nil : mistake, isRequired: isRequired,
            control: .multiline(
                MultilineControl(
                    value: sent?.reason ?? "", rows: 3, maximumLength: Submission.maximumReason)))
    }

    private func facts(_ question: ConflictQuestion) -> [FactView] {
        let language = context.visit.language
        let who = FactView(
            term: site.say("submission.organisation", context), detail: site.filer(question, context))
        guard let organisation = question.organisation else { return [who] }
        return [
            who,
            FactView(
                term: site.say("conflicts.kind", context),
                detail: OrganisationKind(rawValue: organisation.kind)?.name(language) ?? organisation.kind),
            FactView(
                term: site.say("conflicts.province", context), detail: organisation.province(language)),
            FactView(term: site.say("judging.round", context), detail: roundName(question.round)),
        ]
    }

    private func roundName(_ name: String) -> String {
        questions.view.programme.texts["round.\(name)", context.visit.language]
    }
}

/// One entry as a page asked about it: which, and the stamp of the words.
struct AskedWords: Equatable, Sendable {
    let submission: SubmissionID
    let round: String
    let stamp: String

    init(submission: SubmissionID, round: String, words: String) {
        self.submission = submission
        self.round = round
        stamp = words.stamp
    }

    /// Nil for what no page wrote.
    init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 3, let id = SubmissionID(parts[0]) else { return nil }
        (submission, round, stamp) = (id, parts[1], parts[2])
    }

    /// As a form carries it.
    var text: String { "\(submission) \(round) \(stamp)" }
}

extension Site {
    /// The words that a judge answers: what a conflict is, and with whom.
    func words(_ question: ConflictQuestion, of view: CallView, _ context: SalaContext) -> String {
        let round = view.programme.texts["round.\(question.round)", context.visit.language]
        let who = ([filer(question, context)] + details(question.organisation, context))
            .joined(separator: " · ")
        return "\(say("conflicts.statement", context)) \(round): \(who)"
    }

    /// The words that a judge of a blind round answers; whoever reads them later learns nothing from the
    /// names of many but their stamp.
    func words(_ filers: [BlindFiler], _ context: SalaContext) -> String {
        let names = filers.map { filer in
            ([filer.organisation?.name(context.visit.language) ?? filer.applicant]
                + details(filer.organisation, context)).joined(separator: " · ")
        }
        return say(
            "conflicts.blind-words", context,
            [
                "statement": say("conflicts.statement", context), "count": String(names.count),
                "stamp": names.joined(separator: "\n").stamp,
            ])
    }

    /// The same as long as the same list is asked about the same entries.
    func stamp(_ question: BlindQuestion, _ context: SalaContext) -> String {
        ([words(question.filers, context)] + question.submissions.map(\.description))
            .joined(separator: "\n").stamp
    }

    func asked(_ question: ConflictQuestion, of view: CallView, _ context: SalaContext) -> AskedWords {
        AskedWords(
            submission: question.submission, round: question.round,
            words: words(question, of: view, context))
    }

    fileprivate func filer(_ question: ConflictQuestion, _ context: SalaContext) -> String {
        question.organisation?.name(context.visit.language) ?? question.applicant
    }

    fileprivate func details(_ organisation: OrganisationSummary?, _ context: SalaContext) -> [String] {
        guard let organisation else { return [] }
        let language = context.visit.language
        let kind = OrganisationKind(rawValue: organisation.kind)?.name(language) ?? organisation.kind
        return [kind, organisation.province(language)].filter { !$0.isEmpty }
    }
}
