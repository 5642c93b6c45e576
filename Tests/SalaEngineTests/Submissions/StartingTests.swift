import SalaEngine
import SalaThai
import Testing

@Suite("Starting a submission")
struct StartingTests {
    private func start(
        _ actor: Actor = Contest.filer, for organisation: OrganisationID? = Contest.town, existing: Int = 0,
        at now: Instant = Contest.time(14), call: Call = Contest.call, by filer: Filing.Filer = .organisation
    ) throws -> SubmissionEvent {
        var situation = try Contest.situation(actor, at: now, call: call)
        situation.programme.filing.by = filer
        return try Submission.starting(
            for: organisation, version: call.version, existing: existing, in: situation)
    }

    @Test("begins in the first stage with the form's standard answers, for the organisation named")
    func begins() throws {
        let event = try start()
        #expect(
            event
                == .started(
                    SubmissionEvent.Started(
                        call: Contest.call.id, version: Contest.call.version,
                        applicant: try #require(Contest.filer.person), organisation: Contest.town,
                        stage: "draft",
                        answers: ["kind": .text("new")])))
        let submission = try #require(
            Submission.beginning(
                Walk.id, with: Recorded(sequence: 1, at: Contest.time(14), actor: nil, body: event)))
        #expect(submission.stage == "draft")
        #expect(submission.stageSince == Contest.time(14))
        #expect(submission.startedAt == Contest.time(14))
        #expect(submission.sequence == 1)
        #expect(submission.number == nil)
        #expect(submission.filedAt == nil)
    }

    @Test("is refused to who has not signed in, or files for an organisation of others, or for none")
    func strangers() throws {
        #expect(throws: Refusal.notAllowed) { try start(.nobody) }
        #expect(throws: Refusal.notAllowed) { try start(Contest.stranger) }
        #expect(throws: Refusal.notAllowed) { try start(for: nil) }
        #expect(throws: Refusal.notAllowed) { try start(.clock) }
    }

    @Test("is for the person alone where persons file")
    func persons() throws {
        #expect(throws: Refusal.notAllowed) { try start(by: .person) }
        guard case .started(let started) = try start(for: nil, by: .person) else {
            Issue.record("not a start")
            return
        }
        #expect(started.organisation == nil)
    }

    @Test("is refused outside the call's period to the second, and in a call that is not published")
    func period() throws {
        let opens = Contest.call.period.opens
        let closes = try #require(Contest.call.period.closes)
        #expect(throws: Refusal.windowNotOpen(opens: opens)) { try start(at: opens.adding(seconds: -1)) }
        #expect(throws: Never.self) { try start(at: opens) }
        #expect(throws: Never.self) { try start(at: Instant(microseconds: closes.microseconds + 999_999)) }
        #expect(throws: Refusal.windowClosed(closed: closes)) { try start(at: closes.adding(seconds: 1)) }
        var draft = Contest.call
        draft.state = .draft
        #expect(throws: Refusal.callNotPublished) { try start(call: draft) }
    }

    @Test("is refused beyond the limit, and never without a limit")
    func limit() throws {
        #expect(throws: Refusal.limitReached(1)) { try start(existing: 1) }
        var situation = try Contest.situation(Contest.filer, at: Contest.time(14))
        situation.programme.filing.limit = nil
        #expect(throws: Never.self) {
            try Submission.starting(
                for: Contest.town, version: Contest.call.version, existing: 1000, in: situation)
        }
    }

    @Test("is the only event that begins a submission")
    func first() throws {
        let event = Recorded(
            sequence: 1, at: Contest.time(14), actor: nil, body: SubmissionEvent.takenBack(action: "win"))
        #expect(Submission.beginning(Walk.id, with: event) == nil)
        #expect(Submission.replaying(Walk.id, [event]) == nil)
        #expect(Submission.replaying(Walk.id, []) == nil)
    }
}
