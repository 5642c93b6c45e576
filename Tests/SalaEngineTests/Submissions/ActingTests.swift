import SalaEngine
import SalaThai
import Testing

@Suite("Acting on a submission")
struct ActingTests {
    @Test("files it: number, time, what was filed, and when the next stage is due")
    func files() throws {
        var walk = try Walk()
        try walk.complete()
        let events = try walk.act("submit", as: Contest.filer)
        let filed: Answers = [
            "title": .text("ไฟดับ"), "kind": .text("new"), "plan": .list([Walk.plan(1).id.description]),
        ]
        let due = Instant(microseconds: Contest.time(23, 0).microseconds - 1)
        #expect(
            events == [
                .acted(
                    SubmissionEvent.Acted(
                        action: "submit", from: "draft", to: "checking", input: [:], due: due,
                        number: "C-2564-0001",
                        files: true, answers: filed, wasHeld: false))
            ])
        #expect(walk.submission.stage == "checking")
        #expect(walk.submission.number == "C-2564-0001")
        #expect(walk.submission.filedAt == Contest.time(15))
        #expect(walk.submission.stageSince == Contest.time(15))
        #expect(walk.submission.due == due)
        #expect(walk.submission.filedAnswers == filed)
    }

    @Test("files only what is relevant, so that a hidden answer is never seen")
    func prunes() throws {
        var walk = try Walk()
        try walk.take(
            .answer(
                page: "about",
                [
                    "title": .text("ก"), "kind": .text("old"), "since": .text("2020-01-01"),
                    "cost": .text("6"),
                    "people": .text("4"),
                ]), as: Contest.filer)
        try walk.take(
            .answer(
                page: "about",
                [
                    "title": .text("ก"), "kind": .text("new"), "since": .text("2020-01-01"),
                    "cost": .text("6"),
                    "people": .text("4"),
                ]), as: Contest.filer)
        try walk.take(.attach(Walk.plan(1)), as: Contest.filer)
        #expect(walk.submission.answers["since"] == .text("2020-01-01"))
        try walk.act("submit", as: Contest.filer)
        #expect(walk.submission.answers["since"] == nil)
        #expect(walk.submission.answers["each"] == .text("1.5"))
        #expect(walk.submission.filedAnswers == walk.submission.answers)
    }

    @Test("files what the person was shown and nothing else, where it is known what was shown")
    func showsWhatIsFiled() throws {
        var walk = try Walk()
        try walk.complete()
        let form = try Contest.programme().form
        let shown = form.stamp(of: walk.submission.answers)
        try walk.take(.detach(Walk.plan(1).id), as: Contest.filer)
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        let stale = Command.act("submit", input: [:], shown: shown)
        #expect(throws: Refusal.entryChanged) { try walk.take(stale, as: Contest.filer) }
        // Who was faster is told first.
        #expect(throws: Refusal.wrongStage("draft")) {
            try walk.take(.act("resubmit", input: [:], shown: shown), as: Contest.filer)
        }
        let present = form.stamp(of: walk.submission.answers)
        try walk.take(.act("submit", input: [:], shown: present), as: Contest.filer)
        // What files nothing asks for no stamp.
        try walk.take(.act("return", input: Walk.returnInput, shown: shown), as: Contest.checker)
        #expect(walk.submission.stage != "checking")
    }

    @Test("keeps number and first time of filing when it is filed again")
    func refiles() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        try walk.take(
            .answer(page: "about", ["title": .text("ไฟสว่าง"), "kind": .text("new")]), as: Contest.filer)
        let events = try walk.take(
            .act("resubmit", input: [:]), as: Contest.filer, at: Contest.time(20), nextNumber: 9)
        guard case .acted(let acted) = events.first else {
            Issue.record("nothing was done")
            return
        }
        #expect(acted.number == nil)
        #expect(walk.submission.number == "C-2564-0001")
        #expect(walk.submission.filedAt == Contest.time(15))
        #expect(walk.submission.answers["title"] == .text("ไฟสว่าง"))
    }

    @Test("is refused for actions that do not exist, from another stage, and to other roles")
    func refusals() throws {
        var walk = try Walk()
        #expect(throws: Refusal.notFound) { try walk.act("fly", as: Contest.filer) }
        #expect(throws: Refusal.notAllowed) { try walk.act("submit", as: Contest.clerk) }
        #expect(throws: Refusal.notAllowed) { try walk.act("submit", as: .nobody) }
        #expect(throws: Refusal.notAllowed) { try walk.act("pass", as: Contest.filer) }
        #expect(throws: Refusal.notAllowed) { try walk.act("lapse", as: Contest.clerk) }
        #expect(throws: Refusal.wrongStage("draft")) { try walk.act("pass", as: Contest.checker) }
        #expect(throws: Refusal.wrongStage("draft")) { try walk.act("withdraw", as: Contest.colleague) }
    }

    @Test("waits for the form and the window, in the order in which the action names them")
    func guards() throws {
        var walk = try Walk()
        let missing = [
            Mistake(question: "title", page: "about", kind: .missing),
            Mistake(question: "plan", page: "papers", kind: .missing),
        ]
        #expect(throws: Refusal.incomplete(missing)) { try walk.act("submit", as: Contest.filer) }
        let closes = try #require(Contest.call.period.closes)
        #expect(throws: Refusal.windowClosed(closed: closes)) {
            try walk.act("submit", as: Contest.filer, at: closes.adding(seconds: 1))
        }
        #expect(throws: Refusal.windowNotOpen(opens: Contest.call.period.opens)) {
            try walk.act("submit", as: Contest.filer, at: Contest.time(11))
        }
        try walk.complete()
        walk.call.state = .draft
        #expect(throws: Refusal.callNotPublished) { try walk.act("submit", as: Contest.filer) }
        walk.call.state = .published
        #expect(throws: Never.self) {
            try walk.act(
                "submit", as: Contest.filer, at: Instant(microseconds: closes.microseconds + 999_999))
        }
    }

    @Test("checks what the action asks, and keeps only that")
    func input() throws {
        var walk = try Walk.filed()
        #expect(
            throws: Refusal.mistaken([
                Mistake(question: "reason", page: "return-reason", kind: .missing),
                Mistake(question: "due", page: "return-reason", kind: .notADate),
            ])
        ) { try walk.act("return", as: Contest.checker, ["due": .text("พรุ่งนี้")]) }
        var input = Walk.returnInput
        input["unasked"] = .text("x")
        let events = try walk.act("return", as: Contest.checker, input)
        guard case .acted(let acted) = events.first else {
            Issue.record("nothing was done")
            return
        }
        #expect(acted.input == Walk.returnInput)
        #expect(throws: Never.self) { try walk.act("resubmit", as: Contest.filer, ["x": .text("y")]) }
    }

    @Test("is nobody's whose own it is, whatever other role one has")
    func ownOrganisation() throws {
        var walk = try Walk.filed()
        var checker = Contest.checker
        checker.organisations = [Contest.town]
        #expect(throws: Refusal.ownOrganisation) { try walk.act("pass", as: checker) }
        var applicant = Contest.filer
        applicant.roles = ["checker"]
        applicant.organisations = []
        #expect(throws: Refusal.ownOrganisation) { try walk.act("pass", as: applicant) }
        #expect(throws: Never.self) { try walk.act("withdraw", as: checker) }
    }

    @Test("gives the filing roles to who filed and to all of the filing organisation, and to nobody else")
    func filingRoles() throws {
        let programme = try Contest.programme()
        let submission = try Walk().submission
        #expect(Contest.filer.roles(towards: submission, of: programme) == ["filer"])
        #expect(Contest.colleague.roles(towards: submission, of: programme) == ["filer"])
        #expect(Contest.stranger.roles(towards: submission, of: programme) == [])
        #expect(Contest.clerk.roles(towards: submission, of: programme) == ["clerk"])
        #expect(Actor.nobody.roles(towards: submission, of: programme) == [])
        #expect(Actor.clock.roles(towards: submission, of: programme) == ["clock"])
    }

    @Test("may be offered where role and stage fit, whatever the action still waits for")
    func mayAct() throws {
        func offered(_ walk: Walk, _ actor: Actor) throws -> [String] {
            let situation = try Contest.situation(actor, at: Contest.time(15))
            return situation.programme.workflow.actions
                .filter { walk.submission.mayAct($0, in: situation) }.map(\.name)
        }
        #expect(try offered(Walk(), Contest.filer) == ["submit"])
        #expect(try offered(Walk(), Contest.clerk) == [])
        #expect(try offered(.filed(), Contest.filer) == ["withdraw"])
        #expect(try offered(.filed(), Contest.checker) == ["pass", "return"])
        #expect(try offered(.filed(), Contest.clerk) == ["pass"])
        #expect(try offered(.judged(by: 0), Contest.chair) == ["win", "lose"])
        #expect(try offered(.judged(by: 0), Contest.judges[0]) == [])
        var held = try Walk.reviewed()
        try held.act("win", as: Contest.chair)
        #expect(try offered(held, Contest.chair) == [])
    }

    @Test(
        "numbers filings by the Buddhist year in which the call opens, with at least four digits",
        arguments: [
            (1, "C-2564-0001"), (42, "C-2564-0042"), (9999, "C-2564-9999"), (10_000, "C-2564-10000"),
        ])
    func numbers(next: Int, number: String) throws {
        var walk = try Walk()
        try walk.complete()
        try walk.take(.act("submit", input: [:]), as: Contest.filer, nextNumber: next)
        #expect(walk.submission.number == number)
    }

    @Test("counts the year in Bangkok, where it begins seven hours earlier than in Greenwich")
    func newYear() throws {
        var walk = try Walk()
        try walk.complete()
        walk.call.period.opens = try #require(Instant(iso: "2021-12-31T17:00:00Z"))
        walk.call.period.closes = nil
        try walk.take(
            .act("submit", input: [:]), as: Contest.filer,
            at: try #require(Instant(iso: "2022-02-01T00:00:00Z")))
        #expect(walk.submission.number == "C-2565-0001")
    }
}
