import Foundation
import SalaDatabase
import SalaDefinitions
import SalaEngine
import SalaThai

@testable import SalaStore

/// Walks a journey's steps through the store, and notes each step that comes out otherwise than it is told.
struct JourneyRun {
    let example: JourneyCase
    let home: JourneyHome
    private(set) var failures: [String] = []
    private var entries: [String: SubmissionID] = [:]
    private var now: Instant
    private var files = 0

    private var store: Store { home.store }

    init(_ example: JourneyCase, home: JourneyHome) {
        self.example = example
        self.home = home
        now = example.journey.call.opens
    }

    mutating func walk() async throws {
        for step in example.journey.steps {
            now = step.at ?? Instant(microseconds: now.microseconds + 1)
            let place = example.place(step)
            let before = try await newestLetter()
            let refused = try await refusal(of: step)
            switch step.outcome {
            case .refused(let code) where code != refused:
                failures.append("\(place): expected to be refused as \(code), was \(refused ?? "done")")
            case .refused:
                break
            case .expected where refused != nil:
                failures.append("\(place): expected to be done, was refused as \(refused ?? "")")
            case .expected(let expectations):
                for (name, expectation) in expectations.sorted(by: { $0.key < $1.key }) {
                    try await check(name, expectation, lettersAfter: before, place)
                }
            }
        }
    }

    /// The refusal's code, or nil when the step was done.
    private mutating func refusal(of step: Journey.Step) async throws -> String? {
        do {
            try await take(step)
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        } catch let refused as RefusedPair {
            return refused.code
        }
    }

    private mutating func take(_ step: Journey.Step) async throws {
        guard let person = home.people[step.who] else {
            try await store.fallDue(at: now)
            return
        }
        switch step.deed {
        case .start:
            let organisation = example.journey.people.first { $0.name == step.who }?.organisation
            entries[step.entry] = try await store.start(
                under: JourneyHome.handle, for: organisation.flatMap { home.organisations[$0] }, by: person,
                at: now)
        case .wait: try await store.fallDue(at: now)
        case .select(let round):
            _ = try await store.select(JourneyHome.handle, round: round, by: person, at: now)
        case .release: try await store.release(JourneyHome.handle, by: person, at: now)
        case .act(let name, let input): try await decide(.act(name, input: input), step, person)
        case .answer(let answers): try await answer(answers, step, person)
        case .attach(let names): try await attach(names, step, person)
        case .assign(let round, let judges): try await assign(round, judges, step, person)
        case .declareConflict(let round, let reason):
            try await decide(.declareConflict(round: round, reason: reason), step, person)
        case .denyConflict(let round):
            try await decide(.denyConflict(round: round, words: "asked"), step, person)
        case .recuse(let round, let judge, let reason):
            guard let judge = home.people[judge] else { throw Refusal.notFound }
            try await decide(.recuse(round: round, judge: judge, reason: reason), step, person)
        case .becomeMember(let name):
            guard let organisation = home.organisations[name] else { throw Refusal.notFound }
            try await store.grantMembership(person, organisation, role: .member, at: now)
        case .abstain(let round, let reason):
            try await decide(.abstain(round: round, reason: reason), step, person)
        case .review(let round, let scoring): try await decide(.review(round: round, scoring), step, person)
        case .askFurther(let round, let name, let reason):
            let judge = try await actor(name, step)
            try await decide(.askFurther(round: round, judge: judge, reason: reason), step, person)
        case .reopen(let round, let name, let reason):
            let judge = try await actor(name, step)
            try await decide(.reopen(round: round, judge: judge, reason: reason), step, person)
        case .takeBack: try await decide(.takeBack, step, person)
        case .invite(let name):
            guard let id = entries[step.entry] else { throw Refusal.notFound }
            try await store.invite(email: "\(name)@example.go.th", to: id, by: person, at: now)
        case .join:
            guard let id = entries[step.entry] else { throw Refusal.notFound }
            try await store.join(id, by: person, at: now)
        case .part(let name): try await decide(.part(try await invitation(of: name, step)), step, person)
        case .letIn(let name, let until, let reason):
            try await store.decide(
                .grantLateAccess(entrant(name, else: person), until: until, reason: reason),
                on: JourneyHome.handle, by: person, at: now)
        }
    }

    private func entrant(_ name: String, else person: PersonID) -> LateAccess.Entrant {
        let organisation = example.journey.people.first { $0.name == name }?.organisation
        return LateAccess.Entrant(
            organisation.flatMap { home.organisations[$0] }, else: home.people[name] ?? person)
    }

    /// The newest invitation of that person to the step's entry.
    private func invitation(of name: String, _ step: Journey.Step) async throws -> InvitationID {
        guard let id = entries[step.entry],
            let found = try await dossier(id, for: nil).submission.company.last(where: {
                $0.address == "\(name)@example.go.th"
            })
        else { throw Refusal.notFound }
        return found.id
    }

    /// Somebody with the roles that the engine decides by.
    private func actor(_ name: String, _ step: Journey.Step) async throws -> Actor {
        guard let id = entries[step.entry], let person = home.people[name] else { throw Refusal.notFound }
        return try await dossier(id, for: person).actor
    }

    /// What a person may not see is not found; the journey tells the engine's reason behind that.
    private func decide(_ command: Command, _ step: Journey.Step, _ person: PersonID) async throws {
        guard let id = entries[step.entry] else { throw Refusal.notFound }
        do {
            try await store.decide(command, on: id, by: person, at: now)
        } catch Refusal.notFound {
            let hidden = try await dossier(id, for: person)
            _ = try hidden.submission.decide(command, in: hidden.situation(at: now, calendar: store.calendar))
            throw Refusal.notFound
        }
    }

    private func answer(_ answers: Answers, _ step: Journey.Step, _ person: PersonID) async throws {
        guard let id = entries[step.entry] else { throw Refusal.notFound }
        for page in example.programme.form.pages {
            let names = Set(page.questions.map(\.name))
            let given = answers.filter { names.contains($0.key) }
            guard !given.isEmpty else { continue }
            let present = try await dossier(id, for: person).submission.answers.filter {
                names.contains($0.key)
            }
            try await decide(.answer(page: page.name, present.merging(given) { $1 }), step, person)
        }
    }

    private mutating func attach(_ names: [String: [String]], _ step: Journey.Step, _ person: PersonID)
        async throws
    {
        let types = [
            "pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ]
        for (question, names) in names.sorted(by: { $0.key < $1.key }) {
            for name in names {
                files += 1
                let suffix = String(name.split(separator: ".").last ?? "")
                let attachment = Attachment(
                    id: AttachmentID(UUID.version7(at: now)), question: question, name: name,
                    mediaType: types[suffix] ?? "application/octet-stream", bytes: 1000 + files,
                    sha256: String(repeating: "0", count: 60) + String(1000 + files))
                try await decide(.attach(attachment), step, person)
            }
        }
    }

    private func assign(
        _ round: String, _ judges: [String], _ step: Journey.Step, _ person: PersonID
    ) async throws {
        guard let id = entries[step.entry] else { throw Refusal.notFound }
        let pairs = judges.compactMap { home.people[$0] }.map { AssignmentPair(submission: id, judge: $0) }
        let outcome = try await store.assign(pairs, in: JourneyHome.handle, round: round, by: person, at: now)
        guard let code = outcome.refused.keys.sorted().first else { return }
        throw RefusedPair(code: code)
    }

    private func dossier(_ id: SubmissionID, for person: PersonID?) async throws -> WholeDossier {
        let found = try await store.database.read { connection in
            try store.anyDossier(id, for: person, in: connection)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}

/// Assigning goes on past a pair that is refused, and says so by its code.
private struct RefusedPair: Error {
    var code: String
}

extension JourneyRun {
    private mutating func check(
        _ name: String, _ expected: Journey.Expectation, lettersAfter before: Int, _ place: String
    ) async throws {
        guard let id = entries[name] else {
            failures.append("\(place): expected an entry `\(name)`, was never started")
            return
        }
        let submission = try await dossier(id, for: nil).submission
        var failures: [String] = []
        func compare(_ what: String, _ expected: String?, _ found: String?) {
            guard let expected, expected != found ?? "" else { return }
            failures.append("\(place): \(name): expected \(what) \(expected), was \(found ?? "nothing")")
        }
        compare("stage", expected.stage, submission.stage)
        compare("number", expected.number, submission.number)
        compare("held", expected.held, submission.held?.action)
        for (question, answer) in expected.answers.sorted(by: { $0.key < $1.key }) {
            compare("answer \(question)", answer.string, submission.answers[question]?.string)
        }
        if let isPublic = expected.isPublic {
            compare("public", String(isPublic), String(try await stands(submission)))
        }
        if let letters = expected.letters {
            let sent = try await letterNames(about: id, after: before)
            compare("letters", letters.sorted().joined(separator: ", "), sent)
        }
        if try await replayed(id) != submission {
            failures.append("\(place): \(name): the replay of its events is not what is stored")
        }
        self.failures += failures
    }

    private func stands(_ submission: Submission) async throws -> Bool {
        guard let number = submission.number else { return false }
        do {
            let (_, entry) = try await store.registerEntry(JourneyHome.handle, number: number)
            return entry.card.id == submission.id
        } catch Refusal.notFound {
            return false
        }
    }

    private func replayed(_ id: SubmissionID) async throws -> Submission? {
        try await store.database.read { connection in
            guard let dossier = try store.anyDossier(id, for: nil, in: connection) else { return nil }
            let events = try connection.events(of: id.uuid, call: dossier.call.id, as: SubmissionEvent.self)
            return Submission.replaying(id, events)
        }
    }

    private func newestLetter() async throws -> Int {
        try await store.database.read {
            try $0.row("select coalesce(max(rowid), 0) as newest from letter")?.get("newest") ?? 0
        }
    }

    /// One name for each letter, however many people it goes to; nobody gets it twice.
    private func letterNames(about id: SubmissionID, after before: Int) async throws -> String {
        let rows = try await store.database.read { connection in
            try connection.rows(
                """
                select name, count(*) as count, count(distinct person_id) as people from letter
                where submission_id = \(id) and rowid > \(before) group by name order by name
                """
            ).map { row in
                let isOnce = try row.get("count") as Int == row.get("people") as Int
                return try row.get("name") + (isOnce ? "" : " twice to somebody")
            }
        }
        return rows.joined(separator: ", ")
    }
}
