import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// The public page of a call: what it is for, who may file until when, what is asked and how it is judged.
struct CallPage: PublicPage {
    static let template = "pages/call"

    /// A page of the form, as it is announced.
    struct AskedPage: Sendable {
        let title: String
        let hint: String?
        /// How many questions at most, in words.
        let count: String
    }

    /// A file that the form asks for, as it is announced.
    struct AskedFile: Sendable {
        let label: String
        /// What it is, and who signs it, in the programme's words.
        let hint: String?
        /// Which kinds, how many and how large.
        let rule: String
        /// That it may be left out, or is asked for only after certain answers; nil when it is always needed.
        let need: String?
    }

    /// That the end was moved, and why.
    struct ExtensionNote: Sendable {
        let text: String
        let reason: String
    }

    let chrome: Chrome
    let turns: [Instant]
    let programme: String
    /// For those who see a call before it is published.
    let preview: NoticeView?
    let title: String
    let summary: String?
    let timeLeft: DaysLeftView?
    /// The one thing to do now.
    let start: LinkView?
    /// Why nothing can be filed now.
    let waiting: String?
    let registerURL: String?
    let criteriaURL: String?
    let facts: [FactView]
    let extensions: [ExtensionNote]
    let about: [String]
    let files: [AskedFile]
    let asked: [AskedPage]
    let rounds: [RoundView]
    /// The person's ways behind the counter.
    let desks: [LinkView]

    /// - Parameters:
    ///   - hasResults: something stands in the call's register.
    ///   - begun: what the person, or an organisation of the person's, has under the call.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, hasResults: Bool,
        extended: [Recorded<CallEvent>] = [], begun: [OwnSubmission] = []
    ) {
        let call = view.call
        let language = context.visit.language
        let texts = view.programme.texts
        let moment = CallMoment(call.period, at: context.visit.now)
        let isThai = context.visit.isThai
        title = call.title(language)
        chrome = site.chrome(title, context)
        turns = call.period.ends
        programme = texts["programme.name", language]
        let isDraft = call.state == .draft
        preview =
            isDraft
            ? NoticeView(
                .warning, site.say("call.draft", context),
                link: view.isManager
                    ? LinkView(
                        label: site.say("call.settings", context), url: Paths.settings(of: call.handle)) : nil
            )
            : nil
        summary = texts.find("programme.summary", language)
        timeLeft = site.timeLeft(call.period, context)
        let late = call.isConcluded ? nil : view.lateAccess(for: context.visit.visitor, at: context.visit.now)
        start =
            view.takesIn(from: context.visit.visitor, at: context.visit.now)
            ? CallPage.start(site, context, view, begun) : nil
        waiting = CallPage.waiting(site, context, call, moment, late)
        registerURL = hasResults && !isDraft ? Paths.register(call.handle) : nil
        criteriaURL = view.programme.rounds.isEmpty ? nil : Paths.criteria(of: call.handle)
        facts = CallPage.facts(site, context, view, hasResults: hasResults)
        extensions = extended.enumerated().compactMap { index, event in
            guard case .extended(let end, let reason) = event.body else { return nil }
            let values = ["time": end.text(.long, thai: isThai), "at": event.at.text(thai: isThai)]
            let key = index == 0 && call.endGivenAt != nil ? "call.end-set" : "call.extended"
            return ExtensionNote(text: site.say(key, context, values), reason: reason)
        }
        about = texts.find("programme.about", language).map(\.paragraphs) ?? []
        files = CallPage.files(site, context, view.programme)
        asked = CallPage.asked(site, context, view.programme)
        rounds = view.programme.rounds.map { RoundView(site, context, $0, of: view) }
        desks = CallPage.desks(site, context, view)
    }

    /// Why one cannot begin now; for whom late access was granted, until when one can all the same.
    private static func waiting(
        _ site: Site, _ context: SalaContext, _ call: Call, _ moment: CallMoment, _ late: LateAccess?
    ) -> String? {
        func say(_ key: String, _ time: Instant) -> String {
            site.say(key, context, ["time": time.text(.long, thai: context.visit.isThai)])
        }
        switch moment {
        case .upcoming: return say("call.upcoming", call.period.opens)
        case .closed:
            return late.map { say("call.closed-late", $0.until) } ?? site.say("call.closed", context)
        case .open: return call.isConcluded ? site.say("call.results-out", context) : nil
        }
    }

    /// The way to begin, or to what was begun where no more may be.
    private static func start(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ begun: [OwnSubmission]
    ) -> LinkView {
        let organisations = context.visit.visitor?.organisations(filingUnder: view.call) ?? []
        let new = Paths.newSubmission(under: view.call.handle)
        guard view.isFull(for: organisations, beside: begun) else {
            return LinkView(label: site.say("call.start", context), url: new)
        }
        let seen = site.say("call.begun", context)
        guard begun.count == 1, let own = begun.first else { return LinkView(label: seen, url: new) }
        return LinkView(
            label: own.isOpen ? site.writing(isFiled: own.row.filedAt != nil, context) : seen,
            url: own.url(at: context.visit.now))
    }

    private static func facts(
        _ site: Site, _ context: SalaContext, _ view: CallView, hasResults: Bool
    ) -> [FactView] {
        let filing = view.programme.filing
        func fact(_ key: String, _ detail: String) -> FactView {
            FactView(term: site.say("call.\(key)", context), detail: detail)
        }
        var facts: [FactView] = []
        if let office = view.office { facts.append(fact("office", office.name(context.visit.language))) }
        if let contact = site.contact(of: view.call) {
            facts.append(fact("contact", contact))
        }
        facts.append(fact("period", site.words(view.call.period, context)))
        var who = site.say("call.filer-\(filing.by.rawValue)", context)
        if let limit = filing.limit {
            who += " · " + site.say("call.limit", context, ["limit": String(limit)])
        }
        facts.append(fact("filer", who))
        facts.append(
            fact("filed", site.say("call.filed-count", context, ["count": Digits.grouped(view.filed)])))
        if view.programme.register != nil, !hasResults {
            facts.append(fact("results", site.say("call.results-later", context)))
        }
        return facts
    }

    private static func asked(_ site: Site, _ context: SalaContext, _ programme: Programme) -> [AskedPage] {
        let language = context.visit.language
        return programme.form.pages.map { page in
            let questions = page.questions.filter { $0.kind != .note && $0.kind != .calculate }
            let isFixed = questions.allSatisfy { !$0.isConditional }
            return AskedPage(
                title: programme.texts["form.\(page.name).label", language],
                hint: programme.texts.find("form.\(page.name).hint", language),
                count: site.say(
                    isFixed ? "call.questions" : "call.questions-at-most", context,
                    ["count": String(questions.count)]))
        }
    }

    private static func files(_ site: Site, _ context: SalaContext, _ programme: Programme) -> [AskedFile] {
        let wording = Asking.Wording.form(programme, context.visit.language)
        return programme.form.pages.flatMap { page in
            page.questions.filter(\.takesFiles).map { question in
                let isConditional = page.relevant != nil || question.isConditional
                let need = isConditional ? "conditional" : question.required == nil ? "optional" : nil
                return AskedFile(
                    label: wording.label(question), hint: wording.hint(question),
                    rule: site.rule(of: question, context),
                    need: need.map { site.say("call.file-\($0)", context) })
            }
        }
    }

    private static func desks(_ site: Site, _ context: SalaContext, _ view: CallView) -> [LinkView] {
        let handle = view.call.handle
        var links: [LinkView] = []
        if !view.actor.roles.isDisjoint(with: view.programme.roles.map(\.name)) {
            links.append(LinkView(label: site.say("call.desk", context), url: Paths.desks))
        }
        if view.isManager {
            links.append(LinkView(label: site.say("call.settings", context), url: Paths.settings(of: handle)))
        }
        return links
    }
}

extension Question {
    /// Asked only after certain answers.
    fileprivate var isConditional: Bool {
        relevant != nil || groups.contains { $0.relevant != nil }
    }
}

extension String {
    /// The parts between empty lines.
    var paragraphs: [String] {
        components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }
}
