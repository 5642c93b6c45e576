import SalaEngine
import SalaThai

/// A submission on its way, with all that has happened to it.
struct Walk {
    var submission: Submission
    private(set) var events: [Recorded<SubmissionEvent>]
    var call = Contest.call
    /// The rounds that decisions about others have closed.
    var closedRounds: Set<String> = []
    private var change: @Sendable (inout Programme) -> Void = { _ in }

    static let id = SubmissionID(Contest.id(100))

    /// A draft of the filer's, just begun on 14 July at 9:00.
    init() throws {
        let event = try Submission.starting(
            for: Contest.town, version: Contest.call.version, existing: 0,
            in: Contest.situation(Contest.filer, at: Contest.time(14)))
        let first = Recorded(sequence: 1, at: Contest.time(14), actor: Contest.filer.person, body: event)
        guard let submission = Submission.beginning(Walk.id, with: first) else {
            preconditionFailure("a start begins a submission")
        }
        self.submission = submission
        events = [first]
    }

    /// What followed, folded in.
    @discardableResult
    mutating func take(
        _ command: Command, as actor: Actor, at now: Instant = Contest.time(15), nextNumber: Int = 1
    ) throws -> [SubmissionEvent] {
        try take([command], as: actor, at: now, nextNumber: nextNumber)
    }

    /// From now on the programme is another one.
    mutating func change(_ change: @escaping @Sendable (inout Programme) -> Void) {
        self.change = change
    }

    @discardableResult
    mutating func take(
        _ commands: [Command], as actor: Actor, at now: Instant = Contest.time(15), nextNumber: Int = 1
    ) throws -> [SubmissionEvent] {
        var situation = try Contest.situation(actor, at: now, call: call, nextNumber: nextNumber)
        change(&situation.programme)
        situation.closedRounds = closedRounds
        let bodies = try submission.decide(commands, in: situation)
        for body in bodies {
            let event = Recorded(sequence: submission.sequence + 1, at: now, actor: actor.person, body: body)
            submission.evolve(event)
            events.append(event)
        }
        return bodies
    }

    @discardableResult
    mutating func act(
        _ action: String, as actor: Actor, _ input: Answers = [:], at now: Instant = Contest.time(15)
    ) throws -> [SubmissionEvent] {
        try take(.act(action, input: input), as: actor, at: now)
    }

    /// The answers and the file that the form asks for.
    mutating func complete() throws {
        try take(.answer(page: "about", Walk.answers), as: Contest.filer)
        try take(.attach(Walk.plan(1)), as: Contest.filer)
    }

    static let answers: Answers = ["title": .text("ไฟดับ"), "kind": .text("new")]
    static let returnInput: Answers = ["reason": .text("ขาดลายมือชื่อ"), "due": .text("2021-07-22")]

    static func plan(_ number: Int, bytes: Int = 9, mediaType: String = "application/pdf") -> Attachment {
        Attachment(
            id: AttachmentID(Contest.id(200 + number)), question: "plan", name: "plan.pdf",
            mediaType: mediaType,
            bytes: bytes, sha256: String(repeating: "a", count: 61) + String(100 + number))
    }

    /// Filed on 15 July, given the number 1.
    static func filed() throws -> Walk {
        var walk = try Walk()
        try walk.complete()
        try walk.act("submit", as: Contest.filer)
        return walk
    }

    /// In the judges' hands, with that many of them asked.
    static func judged(by judges: Int) throws -> Walk {
        var walk = try filed()
        try walk.act("pass", as: Contest.checker)
        for judge in Contest.judges.prefix(judges) {
            try walk.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
        return walk
    }

    /// With two final reviews.
    static func reviewed() throws -> Walk {
        var walk = try judged(by: 2)
        for judge in Contest.judges.prefix(2) {
            try walk.take(.review(round: "first", scoring()), as: judge)
        }
        return walk
    }

    static func scoring(impact: Int = 2, filer: String = "ดี", isFinal: Bool = true) -> Scoring {
        Scoring(
            scores: ["impact": impact, "novelty": 1], commentToCommittee: "", commentToFiler: filer,
            isFinal: isFinal)
    }
}
