import SalaEngine
import Testing

@Suite("A file in the place of the only one")
struct ReplacingFileTests {
    /// A draft whose question takes one file.
    private func walk() throws -> Walk {
        var walk = try Walk()
        walk.change { programme in
            var pages = programme.form.pages
            pages[1].questions = [Question(name: "plan", kind: .file, parameters: ["accept": "pdf"])]
            programme.form = Form(pages: pages, choices: programme.form.choices)
        }
        return walk
    }

    private func shown(_ walk: Walk) -> ShownAnswers {
        ShownAnswers(walk.submission.answers, of: ["plan"])
    }

    private func names(_ walk: Walk) -> [String] { walk.submission.attachments.values.map(\.name) }

    private func plan(_ number: Int, _ name: String) -> SalaEngine.Attachment {
        var plan = Walk.plan(number)
        plan.name = name
        return plan
    }

    @Test("is refused where its page did not show that one, by name, and taken once it did")
    func overtaken() throws {
        var walk = try walk()
        let empty = shown(walk)
        try walk.take(.attach(plan(1, "first.pdf"), shown: empty), as: Contest.filer)
        let mistake = Mistake(
            question: "plan", page: "papers", kind: .fileOvertaken("second.pdf", by: "first.pdf"))
        #expect(throws: Refusal.mistaken([mistake])) {
            try walk.take(.attach(plan(2, "second.pdf"), shown: empty), as: Contest.filer)
        }
        #expect(names(walk) == ["first.pdf"])
        try walk.take(.attach(plan(2, "second.pdf"), shown: shown(walk)), as: Contest.filer)
        #expect(names(walk) == ["second.pdf"])
    }

    @Test("is taken where the same is sent twice, and where it is not known what the page showed")
    func sentAgain() throws {
        var walk = try walk()
        let empty = shown(walk)
        try walk.take(.attach(plan(1, "first.pdf"), shown: empty), as: Contest.filer)
        var again = plan(2, "first.pdf")
        again.sha256 = plan(1, "first.pdf").sha256
        try walk.take(.attach(again, shown: empty), as: Contest.filer)
        #expect(Array(walk.submission.attachments.keys) == [again.id])
        for shown in [nil, ShownAnswers(""), ShownAnswers("title=x")] as [ShownAnswers?] {
            try walk.take(.attach(plan(1, "first.pdf"), shown: shown), as: Contest.filer)
            try walk.take(.attach(plan(3, "third.pdf"), shown: shown), as: Contest.filer)
            #expect(names(walk) == ["third.pdf"])
        }
    }

    @Test("is taken where the page's own file is taken away with it, or is gone")
    func takenAway() throws {
        var walk = try walk()
        try walk.take(.attach(plan(1, "first.pdf")), as: Contest.filer)
        let before = shown(walk)
        try walk.take(
            [.detach(Walk.plan(1).id), .attach(plan(2, "second.pdf"), shown: before)], as: Contest.filer)
        #expect(names(walk) == ["second.pdf"])
        try walk.take(.detach(Walk.plan(2).id), as: Contest.filer)
        try walk.take(.attach(plan(3, "third.pdf"), shown: before), as: Contest.filer)
        #expect(names(walk) == ["third.pdf"])
    }

    @Test("does not concern a question that takes several, where none is replaced")
    func several() throws {
        var walk = try Walk()
        let empty = shown(walk)
        for number in 1...2 {
            try walk.take(.attach(Walk.plan(number), shown: empty), as: Contest.filer)
        }
        #expect(walk.submission.attachments.count == 2)
    }
}
