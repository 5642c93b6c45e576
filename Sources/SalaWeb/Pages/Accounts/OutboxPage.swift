import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// Letters and what became of them, the newest first: everybody's of a demo, those of a call, or
/// one's own.
struct OutboxPage: Page {
    static let template = "pages/outbox"

    struct Item: Sendable {
        let subject: String
        /// Nil where the reader may not read the letter.
        let url: String?
        /// What kind of letter it is, in the language of who looks; nil where nothing says.
        let kind: String?
        /// The language that it is written in, and its code.
        let language: String
        let code: String
        let address: String
        /// Leads to all letters to that address.
        let addressURL: String
        /// The call that it speaks of, where the list is not of one call.
        let call: String?
        let written: String
        let writtenExactly: String
        let writtenTimestamp: String
        let badge: StageBadgeView
        /// What happened to it, besides being sent.
        let notes: [String]
        /// Takes a POST that sends the letter again; nil unless it was given up.
        let againURL: String?
    }

    let chrome: Chrome
    /// Leads to the settings of the call, or to the own account; nil in a demo's outbox.
    let call: LinkView?
    let lead: String
    let url: String
    /// What is searched for.
    let words: String
    /// What the search keeps besides itself.
    let kept: [HiddenFieldView]
    let tabs: [NavigationLink]
    /// Which of the tabs is open, in words.
    let shown: String
    let letters: [Item]
    let empty: EmptyView?
    let pagination: PaginationView?
}

extension OutboxPage {
    /// So many letters are shown at a time.
    static let length = 50

    /// The outbox of a demo.
    init(_ site: Site, _ context: SalaContext, _ outbox: Outbox, _ query: OutboxQuery) {
        self.init(
            site, context, outbox, query, title: site.say("outbox.title", context),
            lead: site.say("outbox.lead", context), call: nil, letter: Paths.outboxLetter, isManaged: false)
    }

    /// The letters of a call, for who manages it.
    init(_ site: Site, _ context: SalaContext, _ letters: CallOutbox, _ query: OutboxQuery) {
        let view = letters.view
        let title = view.call.title(context.visit.language)
        let mayRead = view.actor.may(.readCommittee, in: view.programme)
        self.init(
            site, context, letters.outbox, query,
            title: "\(site.say("outbox.call-title", context)) – \(title)",
            lead: site.say("outbox.call-lead", context),
            call: LinkView(label: title, url: Paths.settings(of: view.call.handle)),
            letter: { mayRead ? Paths.letter($0) : nil }, isManaged: true)
    }

    /// The letters that were sent to who looks.
    init(_ site: Site, _ context: SalaContext, own letters: Outbox, _ query: OutboxQuery) {
        self.init(
            site, context, letters, query, title: site.say("outbox.own-title", context),
            lead: site.say("outbox.own-lead", context),
            call: LinkView(label: site.say("account.title", context), url: Paths.account),
            letter: { Paths.letter($0) }, isManaged: false)
    }

    private init(
        _ site: Site, _ context: SalaContext, _ outbox: Outbox, _ query: OutboxQuery, title: String,
        lead: String, call: LinkView?, letter url: (UUID) -> String?, isManaged: Bool
    ) {
        chrome = site.chrome(title, context)
        self.lead = lead
        self.call = call
        self.url = query.path
        words = query.words
        kept = query.group.map { [HiddenFieldView(name: "state", value: $0.rawValue)] } ?? []
        tabs = query.tabs(outbox.counts, site, context)
        shown = tabs.first(where: \.isCurrent)?.label ?? ""
        letters = outbox.letters.map { letter in
            let summary = letter.summary
            return Item(
                letter, site, context, url: url(summary.id), addressURL: query.url(nil, summary.address),
                call: isManaged ? nil : letter.call?.title(context.visit.language),
                notes: outbox.notes[summary.id] ?? [],
                isManaged: isManaged)
        }
        let key = query.words.isEmpty ? query.group == nil ? "empty" : "none" : "not-found"
        empty =
            letters.isEmpty
            ? EmptyView(
                title: site.say("outbox.\(key)", context), text: site.say("outbox.\(key)-text", context),
                step: query.words.isEmpty
                    ? nil : LinkView(label: site.say("outbox.show-all", context), url: query.path))
            : nil
        let isFirst = query.mark == nil
        pagination =
            isFirst && outbox.next == nil
            ? nil
            : PaginationView(
                summary: site.say("outbox.page", context, ["limit": String(Self.length)]),
                previousURL: isFirst ? nil : query.url(query.group),
                nextURL: outbox.next.map { query.url(query.group, behind: $0) }, pages: [])
    }
}

extension OutboxPage.Item {
    fileprivate init(
        _ kept: KeptLetter, _ site: Site, _ context: SalaContext, url: String?, addressURL: String,
        call: String?, notes: [LetterNote], isManaged: Bool
    ) {
        let letter = kept.summary
        let isThai = context.visit.isThai
        subject = letter.subject
        self.url = url
        kind = site.kind(of: kept, context)
        language = site.say("outbox.language.\(kept.language.rawValue)", context)
        code = kept.language.rawValue
        address = letter.address
        self.addressURL = addressURL
        self.call = call
        written = letter.writtenAt.text(relativeTo: context.visit.now, thai: isThai)
        writtenExactly = letter.writtenAt.text(.long, thai: isThai)
        writtenTimestamp = letter.writtenAt.iso
        badge = StageBadgeView(deliveryOf: letter, site, context)
        let postponed = letter.state == .waiting ? letter.fault : nil
        self.notes =
            notes.map { note in
                let words = [
                    "time": note.at.text(thai: isThai), "reason": note.words, "person": note.person ?? "",
                ]
                let isOperator = note.kind == .again && note.person == nil
                return site.say(
                    "outbox.\(note.kind.rawValue)\(isOperator ? "-operator" : "")", context, words)
            } + (postponed.map { [site.say("outbox.postponed", context, ["reason": $0])] } ?? [])
        againURL = isManaged && letter.state == .failed ? Paths.redeliveries(of: letter.id) : nil
    }
}

extension Site {
    /// What a letter is called: by its programme, else by the house; nil where nothing says. Versions that
    /// were published before letters had names tell instead what is done when it is sent.
    fileprivate func kind(of letter: KeptLetter, _ context: SalaContext) -> String? {
        let language = context.visit.language
        let name = letter.summary.name
        let texts = letter.programme?.texts
        if let called = texts?.find("letter.\(name)", language) { return called }
        let actions = letter.programme?.workflow.actions.filter { $0.letter == name } ?? []
        let done = actions.compactMap { texts?.find("action.\($0.name).done", language) }
        return done.isEmpty
            ? templates.texts.find("outbox.kind.\(name)", language) : done.joined(separator: " / ")
    }
}

extension StageBadgeView {
    /// What became of a letter.
    init(deliveryOf letter: LetterSummary, _ site: Site, _ context: SalaContext) {
        let tone: Tone =
            switch letter.state {
            case .waiting: .waiting
            case .sending: .active
            case .sent: .success
            case .failed: .refused
            case .kept: .closed
            }
        self.init(site.say("outbox.\(letter.state.rawValue)", context), tone: tone)
    }
}
