import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai
import SalaWeb

/// Makes the plan of a bench in a demo's database.
struct Visiting {
    /// Somebody who is signed in.
    struct Guest {
        var person: PersonID
        var token: String
        var csrf: String

        func post(
            to path: String, _ fields: [(String, String)], files: [VisitPlan.SampleUpload] = []
        ) -> VisitPlan.Post {
            let all = [("csrf", csrf)] + fields
            return VisitPlan.Post(
                path: path, token: token, fields: all.map { VisitPlan.Field(name: $0.0, value: $0.1) },
                files: files)
        }
    }

    let demo: DemoFolder
    let now: Instant
    var store: Store { demo.store }
    var programme: Programme { demo.set.programme }
    var handle: String { demo.set.plan.call.handle }

    func plan(drafts: Int, entries: Int) async throws -> VisitPlan {
        var plan = VisitPlan()
        let placeholder = SubmissionID(UUID.version7(at: now))
        plan.placeholder = placeholder.description
        let people = try await demo.set.personas(in: store, at: now)
        guard let first = people.first else { throw ValidationError("the demo has no officer") }
        let officer = try await guest(first.person)
        plan.looks = try await publicLooks().merging(deskLooks(officer)) { first, _ in first }
        let judges = try await judges(for: officer.person)
        plan.saves["review"] = try await reviews(judges)
        let entrants = try await entrants(drafts + entries)
        plan.saves["page"] = try await savedPages(of: entrants.prefix(drafts))
        plan.entries = try wholeEntries(of: entrants.dropFirst(drafts), placeholder)
        return plan
    }

    func guest(_ person: PersonID) async throws -> Guest {
        let session = try await store.signInDemo(person, agent: "bench", at: now)
        guard let visitor = try await store.visitor(session.token, at: now) else {
            throw ValidationError("a session ended before it began")
        }
        return Guest(person: person, token: session.token, csrf: visitor.csrf)
    }

    private func publicLooks() async throws -> [String: VisitPlan.Look] {
        var paths = ["home": Paths.home, "call": Paths.call(handle)]
        if let decided = demo.set.plan.earlier?.handle {
            paths["register"] = Paths.register(decided)
            let listing = try await store.register(decided, SubmissionFilter())
            paths["entry"] = listing.entries.entries.first.map {
                Paths.registerEntry($0.number, in: decided)
            }
        }
        return paths.mapValues { VisitPlan.Look(path: $0, token: nil) }
    }

    /// The desk as it opens, narrowed to one answer of a question, and searched for words of a title.
    private func deskLooks(_ officer: Guest) -> [String: VisitPlan.Look] {
        let sample = demo.set.plan.works.first ?? [:]
        func desk(_ name: String, _ value: String) -> String {
            var components = URLComponents()
            components.path = Paths.desk(handle)
            components.queryItems = [URLQueryItem(name: name, value: value)]
            return components.string ?? components.path
        }
        var paths = ["desk": Paths.desk(handle)]
        let select = programme.form.questions.first { question in
            if case .selectOne = question.kind { sample[question.name] != nil } else { false }
        }
        if let select, let value = sample[select.name] {
            paths["desk-filtered"] = desk("facet-\(select.name)", value)
        }
        if let title = programme.register?.title, let words = sample[title]?.split(separator: " ").first {
            paths["desk-searched"] = desk("query", String(words))
        }
        return paths.mapValues { VisitPlan.Look(path: $0, token: officer.token) }
    }

    private func judges(for officer: PersonID) async throws -> [Guest] {
        let roles = Set(programme.rounds.map(\.judges))
        var guests: [Guest] = []
        for holder in try await store.people(in: handle, for: officer).people
        where roles.contains(holder.role) {
            guests.append(try await guest(holder.person))
        }
        return guests
    }

    /// A review that is kept but not yet given, for every review that still waits.
    private func reviews(_ judges: [Guest]) async throws -> [VisitPlan.Post] {
        var byJudge: [[VisitPlan.Post]] = []
        for judge in judges {
            let rows = try await store.judgeDesk(handle, for: judge.person).rows
            byJudge.append(
                rows.filter { $0.review.state != .final }.compactMap { row in
                    programme.round(row.round).map { round in
                        let scores = round.criteria.map { ("score-\($0.name)", String($0.levels.last ?? 0)) }
                        let comments = [
                            (Round.committeeComment, ""),
                            (Round.filerComment, "ข้อสังเกต \(VisitPlan.changing)"),
                        ]
                        return judge.post(
                            to: Paths.review(round.name, of: row.submission.id),
                            scores + comments + [("go", "stay")])
                    }
                })
        }
        let longest = byJudge.map(\.count).max() ?? 0
        // Judge after judge, so that neighbours in the list are different people.
        return (0..<longest).flatMap { place in
            byJudge.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }
}
