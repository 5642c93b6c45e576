import Testing

@Suite("What leaves the store")
struct SightTests {
    /// Functions that read what people wrote without anybody's eyes, by file and name, and why that is right.
    private static let unscoped = [
        "Connection+CountingFiled.count": "a write",
        "Connection+KeepingAttachments.countUploads": "how much was attached, for the limit",
        "Connection+ProvingReceipts.eachLink": "a receipt is proved by the chain, and nothing of it is shown",
        "DeskPlace.place": "a time; the dossier that is asked for before it is what the person may see",
        "Dossier.anyDossier": "the one way to a whole dossier; `dossier(_:for:in:)` asks the scope",
        "EventChain.events": "what happened to a subject; who reads it comes with eyes",
        "JudgeTies.init": "where judges are and were members, and nothing of what is filed",
        "ReviewQueue.queue": "the judge's own, counted",
        "ReviewQueue.review": "the judge's own, and only its address",
        "Store+AnsweringConflicts.answerConflicts":
            "which of the person's own were named; each is looked up again for the person",
        "Store+Counting.census": "numbers for an operator at the command line",
        "Store+Counting.latestEventTime": "a time for an operator at the command line",
        "Store+Deciding.countFilings": "a filer's own, for the limit",
        "Store+Delivering.takeLetters": "the post takes letters, and shows them to nobody",
        "Store+Delivering.keepLetters": "a write, for a demo",
        "Store+FallingDue.dueClocks": "the clock acts on every submission",
        "Store+CountingWork.waitingWork": "one's own reviews; what others filed is counted by what it calls",
        "Store+FindingNext.precedes": "an order; who finds the next asks the scope",
        "Store+FindingConflicts.takeOffConflicts":
            "all that who joined judges, shown to nobody; the engine decides about each",
        "Store+GatheringEvidence.refusals": "what `evidence` lets out of it is what who decides may see",
        "Store+GrantingRoles.applicants": "who grants roles knows who has filed, and nothing of what",
        "Store+GrantingRoles.filers": "who grants roles knows who has filed, and nothing of what",
        "Store+ImportingAssignments.entries": "numbers to ids; each is looked up again for the person",
        "Store+LosingSight.rolesTakenBack": "which of the person's own roles were taken back",
        "Store+DecidingCalls.twin": "the own untouched draft, and of it the id",
        "Store+DecidingCalls.holdsDecisions": "that something is held, and not what",
        "Connection+ClosingRounds.closing": "whether anything is decided in a round, and not what",
        "Connection+ClosingRounds.openedRounds": "whether anybody was asked in a round, and not who",
        "Store+Judging.judgeColumns": "columns; `judgeDesk` names whose, and asks the scope for each row",
        "Store+Listing.ownSubmissions": "the person's own and nothing else",
        "Store+Ranking.givenReviews": "ranks rest on every review; `ranking` withholds those of one's own",
        "Store+ReadingLeftReviews.leftReview": "the judge's own, and nothing of what it is of",
        "Store+ReadingLetters.letter": "one's own; of others `isCommittee` asks",
        "Store+ReadingLetters.letterSummaries": "the caller names whose letters",
        "Store+ReadingReleases.released": "counted for who may release",
        "Store+ReadingReleases.latestRelease": "who may release knows how many were released, and when",
        "Store+ReadingOutbox.anyLetter": "a demo shows all letters",
        "Store+Reckoning.init":
            "the heads of all that is filed, hashed into one to be compared with a later one and dropped",
        "Store+RefreshingSearch.outdated": "only which ones; all is indexed, and a search asks the scope",
        "Store+RefreshingSearch.refreshSubmissions": "all is indexed; a search asks the scope",
        "Store+Selecting.eachHeld": "decisions are taken on all or on none; each is asked of the engine",
        "Store+SendingAgain.note": "a write",
        "Store+SendingAgain.sendAgain": "the one asks who may see it, the other is the operator's",
        "Store+SweepingFiles.unnamed": "whether anything names a file, shown to nobody",
        "Store+TellingFilings.attachments": "`filings` asks the scope, and keeps what the answers seen name",
        "Store+WritingCallLetters.extensionOutlook": "who manages a call knows how many drafts it has",
        "Store+WritingCallLetters.filers": "whom a letter goes to, and how many they are",
        "Store+TellingCallHistory.extensions": "everybody may know how often a call was extended",
    ]

    private struct Function {
        let name: String
        let index: Int
        var lines: [String]
        var code: [String]
    }

    /// The functions of a file, each with the lines up to the next.
    private static func functions(_ source: SwiftSource) -> [Function] {
        var functions: [Function] = []
        for (index, line) in source.lines.enumerated() {
            let code = index < source.code.count ? source.code[index] : ""
            let begins = code.firstMatch(of: /^ {0,4}(?:[a-z]+(?:\(set\))? )*(func|var|let|init)\b ?(\w*)/)
            if let begins {
                let name = begins.output.2.isEmpty ? begins.output.1 : begins.output.2
                functions.append(Function(name: String(name), index: index, lines: [], code: []))
            }
            guard !functions.isEmpty else { continue }
            functions[functions.count - 1].lines.append(line)
            functions[functions.count - 1].code.append(code)
        }
        return functions
    }

    /// Functions that read submissions, reviews, letters, files or events and mention no scope, by name.
    static func unseen(_ source: SwiftSource) -> [String: Violation] {
        var found: [String: Violation] = [:]
        for function in functions(source) {
            let reads = function.lines.contains { line in
                line.contains(/\b(?:from|join) (?:submission|review|attachment|letter|event)\b/)
                    || line.contains(/(?:row|own|judge|public|letter)Columns/)
            }
            let looks = function.code.contains {
                $0.contains(/[sS]cope|[eE]yes|visible|condition|foreign/)
            }
            // A text alone reads nothing: who uses it is found by its name.
            let isText = function.lines.first?.contains("static let") == true
            guard reads, !looks, !isText else { continue }
            let name = "\(source.name).\(function.name)"
            found[name] = source.violation(
                function.index, "\(name) reads what people wrote and asks no scope what may be seen of it")
        }
        return found
    }

    @Test("every function of the store that reads what people wrote asks the scope, or says here why not")
    func scoped() {
        let sources = Repository.sources.filter {
            $0.target == "SalaStore" && !$0.path.contains("/Migrations/") && !$0.path.contains("/Accounts/")
        }
        let unseen = sources.reduce(into: [:]) { $0.merge(SightTests.unseen($1)) { first, _ in first } }
        expectNone(unseen.filter { SightTests.unscoped[$0.key] == nil }.map(\.value))
        #expect(
            Set(SightTests.unscoped.keys).subtracting(unseen.keys) == [], "these ask a scope, or are gone")
    }

    @Test("a row of a list is made by the scope alone")
    func rows() {
        let makers = Repository.sources.filter { source in
            source.code.contains { $0.contains(/\bSubmissionRow\(/) }
        }
        #expect(makers.map(\.name) == ["Store+Listing"])
    }

    @Test("are found wherever they are")
    func samples() {
        let text = """
            extension Store {
                public func one() { rows("select id from submission") }
                public func two(_ person: PersonID) {
                    let scope = Scope(person)
                    rows("select id from review where " + scope.condition)
                }
                func three() { Store.rowColumns + "1 = 1" }
                static let rowColumns: SQL = "select id from submission"
                func four() { "select id from person" }
            }
            """
        let source = SwiftSource(path: "Sources/SalaStore/A.swift", text: text)
        #expect(SightTests.unseen(source).keys.sorted() == ["A.one", "A.three"])
    }
}
