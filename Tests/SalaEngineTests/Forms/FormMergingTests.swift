import SalaEngine
import SalaThai
import Testing

@Suite("A page that was sent, over what is saved by now")
struct FormMergingTests {
    private let opened: Answers = [
        "title": .text("ไฟดับ"), "people": .text("4"), "cost": .text("10"), "kind": .text("new"),
    ]

    private func saving(_ sent: Answers, over saved: Answers) throws -> (Walk, [SubmissionEvent]) {
        var walk = try Walk()
        let form = try Contest.programme().form
        let shown = form.shown(
            opened, page: "about", displaying: form.showing(opened, at: Contest.time(15)))
        try walk.take(.answer(page: "about", saved), as: Contest.colleague)
        let events = try walk.take(.answer(page: "about", sent, shown: shown), as: Contest.filer)
        return (walk, events)
    }

    @Test("keeps what somebody else saved where nothing was changed on the page")
    func kept() throws {
        var (others, mine) = (opened, opened)
        others["title"] = .text("ไฟดับทั้งซอย")
        others["cost"] = nil
        mine["people"] = .text("5")
        let (walk, events) = try saving(mine, over: others)
        #expect(walk.submission.answers["title"] == .text("ไฟดับทั้งซอย"))
        #expect(walk.submission.answers["cost"] == nil)
        #expect(walk.submission.answers["people"] == .text("5"))
        #expect(events == [.answered(page: "about", set: ["people": .text("5")], cleared: [])])
    }

    @Test("refuses to overwrite unseen what both changed, and names the questions")
    func overtaken() throws {
        var (others, mine) = (opened, opened)
        others["title"] = .text("ก")
        mine["title"] = .text("ข")
        others["cost"] = nil
        mine["cost"] = .text("11")
        let mistakes = ["title", "cost"].map { Mistake(question: $0, page: "about", kind: .overtaken) }
        #expect(throws: Refusal.mistaken(mistakes)) { try saving(mine, over: others) }
    }

    @Test("takes an answer that both gave alike, and one that only this page changed or cleared")
    func agreed() throws {
        var (others, mine) = (opened, opened)
        others["title"] = .text("ก")
        mine["title"] = .text("ก")
        mine["people"] = nil
        let (walk, _) = try saving(mine, over: others)
        #expect(walk.submission.answers["title"] == .text("ก"))
        #expect(walk.submission.answers["people"] == nil)
    }

    @Test("leaves what was not on the page as it is")
    func hidden() throws {
        let form = try SampleForm.make()
        var saved = SampleForm.answers
        let displayed = form.showing(saved, at: Contest.time(15))
        let shown = form.shown(saved, page: "place", displaying: displayed).hiding(["district"])
        let merged = form.merging(
            ["province": .text("50")], page: "place", into: saved, shown: shown, at: Contest.time(15))
        saved["province"] = .text("50")
        #expect(saved["district"] != nil)
        #expect(merged.answers == saved)
        #expect(merged.overtaken.isEmpty)
    }

    @Test("lets what is calculated until it is typed over be typed over on the page that shows it")
    func typedOver() throws {
        let questions = [
            Question(name: "people", kind: .integer),
            Question(name: "seats", kind: .integer, calculation: try Expression("${people} * 2")),
        ]
        let form = Form(pages: [Page(name: "about", relevant: nil, questions: questions)], choices: [:])
        let saved: Answers = ["people": .text("4")]
        let now = Contest.time(15)
        let shown = form.shown(saved, page: "about", displaying: form.showing(saved, at: now))
        for (typed, kept) in [("9", "9"), ("8", nil)] {
            let sent = saved.merging(["seats": .text(typed)]) { $1 }
            let merged = form.merging(sent, page: "about", into: saved, shown: shown, at: now)
            #expect(merged.answers["seats"] == kept.map { Answer.text($0) })
            #expect(merged.overtaken.isEmpty)
        }
    }

    @Test("the stamps survive the way through a form, and tell absent, empty and listed answers apart")
    func stamps() {
        let answers: [Answer?] = [nil, .text("a"), .text("b"), .list(["a"]), .list(["a", "b"]), .list([])]
        let texts = answers.map { ShownAnswers($0.map { ["q": $0] } ?? [:], of: ["q"]).text }
        #expect(Set(texts).count == answers.count)
        for text in texts { #expect(ShownAnswers(text).text == text) }
        #expect(ShownAnswers("q=1 broken =2= r=3").text == "q=1 r=3")
        // The hash of nothing is the published offset basis.
        let basis = String(0xcbf2_9ce4_8422_2325 as UInt64, radix: 36)
        #expect(ShownAnswers([:], of: ["q"]).text == "q=\(basis)")
    }
}
