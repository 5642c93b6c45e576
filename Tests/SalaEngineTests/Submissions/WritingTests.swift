import SalaEngine
import SalaThai
import Testing

@Suite("Writing a submission")
struct WritingTests {
    @Test("keeps what changed on the page and clears what was taken out, with what is calculated from it")
    func answers() throws {
        var walk = try Walk()
        let filled: Answers = ["title": .text("ไฟดับ"), "people": .text("4"), "cost": .text("10")]
        let first = try walk.take(.answer(page: "about", filled), as: Contest.filer)
        let set: Answers = [
            "title": .text("ไฟดับ"), "people": .text("4"), "cost": .text("10"), "each": .text("2.5"),
        ]
        #expect(first == [.answered(page: "about", set: set, cleared: ["kind"])])
        #expect(walk.submission.answers == set)

        let second = try walk.take(
            .answer(page: "about", ["title": .text("ไฟดับ"), "cost": .text("")]), as: Contest.filer)
        #expect(second == [.answered(page: "about", set: [:], cleared: ["cost", "each", "people"])])
        #expect(walk.submission.answers == ["title": .text("ไฟดับ")])
    }

    @Test("says nothing when nothing changed")
    func unchanged() throws {
        var walk = try Walk()
        try walk.complete()
        let sequence = walk.submission.sequence
        #expect(try walk.take(.answer(page: "about", Walk.answers), as: Contest.filer).isEmpty)
        #expect(walk.submission.sequence == sequence)
    }

    @Test("takes nothing for questions of another page, of no page, and for what cannot be typed")
    func foreign() throws {
        var walk = try Walk()
        try walk.take(
            .answer(
                page: "papers",
                ["title": .text("ก"), "plan": .text("plan.pdf"), "each": .text("1"), "unknown": .text("ข")]),
            as: Contest.filer)
        #expect(walk.submission.answers == ["kind": .text("new")])
    }

    @Test("is refused to others, on an unknown page, and where the stage is not open")
    func refusals() throws {
        var walk = try Walk()
        let answer = Command.answer(page: "about", Walk.answers)
        #expect(throws: Refusal.notAllowed) { try walk.take(answer, as: Contest.stranger) }
        #expect(throws: Refusal.notAllowed) { try walk.take(answer, as: Contest.clerk) }
        #expect(throws: Refusal.notFound) {
            try walk.take(.answer(page: "nowhere", [:]), as: Contest.filer)
        }
        try walk.take(answer, as: Contest.colleague)
        var filed = try Walk.filed()
        #expect(throws: Refusal.wrongStage("checking")) { try filed.take(answer, as: Contest.filer) }
        #expect(throws: Refusal.wrongStage("checking")) {
            try filed.take(.attach(Walk.plan(2)), as: Contest.filer)
        }
        #expect(throws: Refusal.wrongStage("checking")) {
            try filed.take(.detach(Walk.plan(1).id), as: Contest.filer)
        }
    }

    @Test("attaches files to their question in order, and takes them away again")
    func files() throws {
        var walk = try Walk()
        #expect(try walk.take(.attach(Walk.plan(1)), as: Contest.filer) == [.attached(Walk.plan(1))])
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        let ids = [Walk.plan(1), Walk.plan(2)].map(\.id.description)
        #expect(walk.submission.answers["plan"] == .list(ids))
        #expect(
            walk.submission.attachments == [Walk.plan(1).id: Walk.plan(1), Walk.plan(2).id: Walk.plan(2)])
        try walk.take(.detach(Walk.plan(1).id), as: Contest.filer)
        #expect(walk.submission.answers["plan"] == .list([ids[1]]))
        try walk.take(.detach(Walk.plan(2).id), as: Contest.filer)
        #expect(walk.submission.answers["plan"] == nil)
        #expect(walk.submission.attachments.isEmpty)
        #expect(throws: Refusal.notFound) { try walk.take(.detach(Walk.plan(1).id), as: Contest.filer) }
    }

    @Test("keeps a file that was filed until the next filing, though it is taken away from the answers")
    func filedFile() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput)
        try walk.take(.detach(Walk.plan(1).id), as: Contest.filer)
        #expect(walk.submission.answers["plan"] == nil)
        #expect(walk.submission.attachments == [Walk.plan(1).id: Walk.plan(1)])
        #expect(throws: Refusal.notFound) { try walk.take(.detach(Walk.plan(1).id), as: Contest.filer) }
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        try walk.take(.attach(Walk.plan(3)), as: Contest.filer)
        try walk.take(.detach(Walk.plan(3).id), as: Contest.filer)
        #expect(Set(walk.submission.attachments.keys) == [Walk.plan(1).id, Walk.plan(2).id])
        try walk.act("resubmit", as: Contest.filer)
        #expect(walk.submission.attachments == [Walk.plan(2).id: Walk.plan(2)])
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
    }

    @Test(
        "refuses the content that answers the question already, under whatever name, until that is taken away"
    )
    func sameContent() throws {
        var walk = try Walk()
        try walk.take(.attach(Walk.plan(1)), as: Contest.filer)
        var again = Walk.plan(2)
        (again.name, again.sha256) = ("copy.pdf", Walk.plan(1).sha256)
        let mistake = Mistake(
            question: "plan", page: "papers", kind: .sameFile("copy.pdf", as: "plan.pdf"))
        #expect(throws: Refusal.mistaken([mistake])) { try walk.take(.attach(again), as: Contest.filer) }
        let both = try Walk().submission.sift(
            [.attach(Walk.plan(1)), .attach(again)],
            in: Contest.situation(Contest.filer, at: Contest.time(15)))
        #expect(both.mistakes == [mistake] && both.taken.count == 1)
        try walk.take(.detach(Walk.plan(1).id), as: Contest.filer)
        try walk.take(.attach(again), as: Contest.filer)
        #expect(walk.submission.answers["plan"] == .list([again.id.description]))
    }

    @Test("refuses files that are empty, too large, of the wrong type, too many or for no question")
    func wrongFiles() throws {
        var walk = try Walk()
        func refusal(_ kind: Mistake.Kind) -> Refusal {
            .mistaken([Mistake(question: "plan", page: "papers", kind: kind)])
        }
        #expect(throws: refusal(.emptyFile("plan.pdf"))) {
            try walk.take(.attach(Walk.plan(1, bytes: 0)), as: Contest.filer)
        }
        #expect(throws: refusal(.fileTooLarge(1, file: "plan.pdf"))) {
            try walk.take(.attach(Walk.plan(1, bytes: 1_048_577)), as: Contest.filer)
        }
        #expect(throws: refusal(.wrongFileType("plan.pdf"))) {
            try walk.take(.attach(Walk.plan(1, mediaType: "application/zip")), as: Contest.filer)
        }
        var other = Walk.plan(1)
        other.question = "title"
        let unasked = Mistake(question: "title", page: "about", kind: .wrongFileType("plan.pdf"))
        #expect(throws: Refusal.mistaken([unasked])) {
            try walk.take(.attach(other), as: Contest.filer)
        }
        other.question = "nothing"
        #expect(throws: Refusal.notFound) { try walk.take(.attach(other), as: Contest.filer) }
        try walk.take(.attach(Walk.plan(1, bytes: 1_048_576)), as: Contest.filer)
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        #expect(throws: refusal(.noPlaceForFile(2, file: "plan.pdf"))) {
            try walk.take(.attach(Walk.plan(3)), as: Contest.filer)
        }
    }

    @Test("lets a new file take the place of the one before it where a question takes one, if it is taken")
    func replaced() throws {
        var walk = try Walk()
        walk.change { programme in
            var pages = programme.form.pages
            pages[1].questions[0].parameters["max-files"] = nil
            programme.form = Form(pages: pages, choices: programme.form.choices)
        }
        try walk.take(.attach(Walk.plan(1)), as: Contest.filer)
        let wrong = Mistake(question: "plan", page: "papers", kind: .emptyFile("plan.pdf"))
        #expect(throws: Refusal.mistaken([wrong])) {
            try walk.take(.attach(Walk.plan(2, bytes: 0)), as: Contest.filer)
        }
        #expect(walk.submission.attachments == [Walk.plan(1).id: Walk.plan(1)])
        let events = try walk.take(.attach(Walk.plan(3)), as: Contest.filer)
        #expect(events == [.detached(Walk.plan(1).id), .attached(Walk.plan(3))])
        #expect(walk.submission.answers["plan"] == .list([Walk.plan(3).id.description]))
        #expect(walk.submission.attachments == [Walk.plan(3).id: Walk.plan(3)])
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
    }

    @Test("sifts what is mistaken out of several things, and what is no mistake refuses them all")
    func sifted() throws {
        var walk = try Walk()
        try walk.take(.attach(Walk.plan(1)), as: Contest.filer)
        let situation = try Contest.situation(Contest.filer, at: Contest.time(15))
        let sifted = try walk.submission.sift(
            [
                .attach(Walk.plan(2, bytes: 0)), .answer(page: "about", Walk.answers),
                .attach(Walk.plan(3)), .attach(Walk.plan(4)),
            ], in: situation)
        #expect(
            sifted.mistakes.map(\.kind) == [.emptyFile("plan.pdf"), .noPlaceForFile(2, file: "plan.pdf")])
        let taken = sifted.taken.map { command in
            if case .attach(let file, _) = command { file.id.description } else { "answer" }
        }
        #expect(taken == ["answer", Walk.plan(3).id.description])
        #expect(throws: Refusal.notFound) {
            try walk.submission.sift([.attach(Walk.plan(5)), .detach(Walk.plan(9).id)], in: situation)
        }
    }

    @Test("refuses to attach without end, files that were taken away among them")
    func usedUp() throws {
        let walk = try Walk()
        func decide(_ commands: [Command], after uploaded: UploadTally) throws -> [String] {
            var situation = try Contest.situation(Contest.filer, at: Contest.time(15))
            situation.uploaded = uploaded
            return try walk.submission.decide(commands, in: situation).map(\.kind)
        }
        // The form asks for two files of one mebibyte: far below 50 files and 200 mebibytes.
        let refusal = Refusal.mistaken([
            Mistake(
                question: "plan", page: "papers", kind: .uploadsUsedUp(files: 50, mebibytes: 200))
        ])
        let one = Command.attach(Walk.plan(1, bytes: 1000))
        #expect(try decide([one], after: UploadTally(files: 49, bytes: 9)) == ["attached"])
        #expect(throws: refusal) { try decide([one], after: UploadTally(files: 50, bytes: 9)) }
        let full = 200 * 1024 * 1024
        #expect(try decide([one], after: UploadTally(files: 1, bytes: full - 1000)) == ["attached"])
        #expect(throws: refusal) { try decide([one], after: UploadTally(files: 1, bytes: full - 999)) }
        let two = [one, .attach(Walk.plan(2))]
        #expect(throws: refusal) { try decide(two, after: UploadTally(files: 49, bytes: 9)) }
        // Taking away makes no room at once.
        let turns = [one, .detach(Walk.plan(1).id), .attach(Walk.plan(2))]
        #expect(throws: refusal) { try decide(turns, after: UploadTally(files: 49, bytes: 9)) }
    }

    @Test("takes five times what a large form asks for")
    func largeForm() {
        let questions = (1...4).map { number in
            Question(name: "q\(number)", kind: .file, parameters: ["max-files": "5", "max-size": "20"])
        }
        let form = Form(pages: [Page(name: "papers", relevant: nil, questions: questions)], choices: [:])
        #expect(form.uploadLimit == UploadTally(files: 100, bytes: 2000 * 1024 * 1024))
    }

    @Test("of several things at once does each where those before it have led")
    func together() throws {
        var walk = try Walk()
        try walk.take(.attach(Walk.plan(1)), as: Contest.filer)
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        let sequence = walk.submission.sequence
        // Two files may stand there: the third finds the place of the first.
        let events = try walk.take(
            [
                .answer(page: "about", Walk.answers), .detach(Walk.plan(1).id), .attach(Walk.plan(3)),
                .act("submit", input: [:]),
            ], as: Contest.filer)
        #expect(events.map(\.kind) == ["answered", "detached", "attached", "acted"])
        #expect(walk.submission.sequence == sequence + 4)
        #expect(walk.submission.stage == "checking")
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
    }

    @Test("of several things at once is refused whole, with every mistake; what is no mistake is told alone")
    func refusedTogether() throws {
        var walk = try Walk()
        try walk.complete()
        let before = walk.submission
        func mistake(_ kind: Mistake.Kind) -> Mistake {
            Mistake(question: "plan", page: "papers", kind: kind)
        }
        let attaching: [Command] = [
            .attach(Walk.plan(2, bytes: 0)), .attach(Walk.plan(3)),
            .attach(Walk.plan(4, mediaType: "application/zip")),
        ]
        let mistakes = [mistake(.emptyFile("plan.pdf")), mistake(.wrongFileType("plan.pdf"))]
        #expect(throws: Refusal.mistaken(mistakes)) {
            try walk.take([.answer(page: "about", [:])] + attaching, as: Contest.filer)
        }
        #expect(throws: Refusal.notFound) {
            try walk.take(attaching + [.detach(Walk.plan(9).id)], as: Contest.filer)
        }
        #expect(walk.submission == before)
    }
}
