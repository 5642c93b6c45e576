import Foundation
import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

/// The submissions of a rehearsal.
struct Entries {
    /// By the entrant's index.
    var ids: [SubmissionID]
    var filed: Int
}

extension Simulation {
    /// Every entrant starts, answers page by page, attaches files and files, each at a time of its own in the
    /// period.
    func enter(_ cast: Cast) async throws -> Entries {
        var ids: [SubmissionID] = []
        // One after the other, so that the order of ids is the order of entrants for every run of a seed.
        // Ids of the same microsecond come in any order, so that each start has a microsecond of its own.
        for entrant in cast.entrants {
            let moment = Instant(microseconds: opens.microseconds + Int64(entrant.index))
            ids.append(
                try await store.start(
                    under: plan.call.handle, for: entrant.organisation.id, by: entrant.person, at: moment))
        }
        let started = ids
        let answered = try await concurrently(started.count) { index in
            try await answer(started[index], cast.entrants[index])
        }
        progress.begin("filing")
        var filed = 0
        for (index, isReady) in answered.enumerated() where isReady {
            guard
                let action = programme.workflow.actions(from: programme.workflow.first.name).first(
                    where: \.files)
            else { break }
            try await store.decide(
                .act(action.name, input: [:]), on: started[index], by: cast.entrants[index].person,
                at: moment(index))
            filed += 1
            progress.step(filed, of: started.count)
        }
        return Entries(ids: started, filed: filed)
    }

    /// The time that the entrant files at: evenly over the period, the last in its last second.
    private func moment(_ index: Int) -> Instant {
        let span = (end.microseconds - opens.microseconds) / 1_000_000
        return opens.adding(seconds: span * Int64(index + 1) / Int64(size.entrants))
    }

    private func answer(_ id: SubmissionID, _ entrant: Cast.Entrant) async throws -> Bool {
        var generator = generator("entry", entrant.index)
        let now = opens.adding(seconds: 60)
        let work = plan.works.isEmpty ? [:] : plan.works[generator.next(below: plan.works.count)]
        let samples = plan.inputs.merging(work) { _, own in own }
        var maker = AnswerMaker(
            programme.form, samples: samples, spans: plan.spans ?? [:],
            place: entrant.organisation.nameThai, now: now, generator: generator)
        let answers = maker.answers()
        for page in programme.form.pages {
            try await store.decide(.answer(page: page.name, answers), on: id, by: entrant.person, at: now)
        }
        let showing = programme.form.showing(answers, at: now)
        for question in programme.form.questions where showing.isRelevant(question) {
            guard question.kind == .file || question.kind == .image else { continue }
            let attachment = files.attachment(for: question, generator.next(below: 1000), at: now)
            try await store.decide(.attach(attachment), on: id, by: entrant.person, at: now)
        }
        // One in fifty leaves the draft lying.
        return size.entrants < 20 || generator.next(below: 50) > 0
    }

    /// Screeners decide what the plan says; what comes back is mended and filed again.
    func screen(_ cast: Cast, _ entries: Entries) async throws {
        for pass in 0..<3 {
            let now = end.adding(seconds: pace * Int64(1 + pass))
            for stage in programme.workflow.stages where stage.round == nil {
                guard let shares = plan.after[stage.name] else { continue }
                try await follow(shares, in: stage, cast, entries, pass, at: now)
            }
        }
        guard size.screened == 100, size.until == nil else { return }
        try await settle(cast, entries, at: end.adding(seconds: pace * 3))
    }

    /// Nothing stays on the way to the judges: what was returned comes back, what came back is done with as
    /// most is, and what came too late is for the clock.
    private func settle(_ cast: Cast, _ entries: Entries, at now: Instant) async throws {
        for stage in programme.workflow.stages.reversed() where stage.round == nil {
            let shares = plan.after[stage.name] ?? [:]
            let most = shares.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            guard let most else { continue }
            try await follow([most: 100], in: stage, cast, entries, 3, at: now)
        }
        _ = try await store.fallDue(at: end.adding(seconds: pace * 9))
    }

    private func follow(
        _ shares: [String: Int], in stage: Stage, _ cast: Cast, _ entries: Entries, _ pass: Int,
        at now: Instant
    ) async throws {
        let ordered = shares.sorted { $0.key < $1.key }
        _ = try await concurrently(entries.ids.count) { index in
            var generator = generator("\(stage.name)-\(pass)", index)
            guard generator.next(below: 100) < size.screened else { return }
            let entrant = cast.entrants[index]
            let drawn = draw(ordered, &generator)
            guard let drawn, let action = programme.workflow.action(drawn) else { return }
            let actor = actor(for: action, entrant, cast, index)
            do {
                if stage.isOpen { try await mend(entries.ids[index], entrant, at: now) }
                try await store.decide(
                    .act(action.name, input: input(of: action, index, at: now)), on: entries.ids[index],
                    by: actor,
                    at: now)
            } catch Refusal.wrongStage, Refusal.pastDue, Refusal.notAllowed, Refusal.notFound {
                return
            }
        }
    }

    private func draw(
        _ shares: [(key: String, value: Int)], _ generator: inout SeededGenerator
    ) -> String? {
        var rest = generator.next(below: 100)
        for (action, share) in shares {
            if rest < share { return action }
            rest -= share
        }
        return nil
    }

    private func actor(for action: Action, _ entrant: Cast.Entrant, _ cast: Cast, _ index: Int) -> PersonID {
        let isOwn = programme.roles.contains { $0.granting == .filing && action.by.contains($0.name) }
        guard !isOwn else { return entrant.person }
        let people = action.by.flatMap { cast.granted[$0] ?? [] }
        return people.isEmpty ? cast.officer : people[index % people.count]
    }

    /// The filer changes one answer, so that what was mended can be seen.
    private func mend(_ id: SubmissionID, _ entrant: Cast.Entrant, at now: Instant) async throws {
        let dossier = try await store.dossier(id, for: entrant.person)
        guard programme.workflow.stage(dossier.submission.stage)?.isOpen == true,
            dossier.submission.filedAt != nil,
            let page = programme.form.pages.first(where: { page in
                page.questions.contains { $0.kind == .text && $0.appearance.contains("multiline") }
            }),
            let question = page.questions.first(where: {
                $0.kind == .text && $0.appearance.contains("multiline")
            }),
            let text = dossier.submission.answers[question.name]
        else { return }
        var answers = dossier.submission.answers
        answers[question.name] = .text(text.string + " (แก้ไขตามข้อสังเกตแล้ว)")
        try await store.decide(.answer(page: page.name, answers), on: id, by: entrant.person, at: now)
    }

    /// What the action asks, made up.
    func input(of action: Action, _ index: Int, at now: Instant) -> Answers {
        guard let asks = action.asks else { return [:] }
        var maker = AnswerMaker(
            asks, samples: plan.inputs, place: "", now: now,
            generator: generator("input-\(action.name)", index))
        return maker.answers()
    }
}
