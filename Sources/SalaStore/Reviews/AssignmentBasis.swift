import Crypto
import Foundation
import SalaAnalysis
import SalaDatabase
import SalaEngine

/// All that an assignment in a round rests on, as one person may see it.
struct AssignmentBasis: Sendable {
    typealias Problem = AssignmentProblem<SubmissionID, PersonID>

    let view: CallView
    let round: Round
    /// What lacks judges, without what is the person's own.
    private(set) var problem: Problem
    let entries: [SubmissionID: AssignmentPlan.Entry]
    let judges: [JudgeLoad]
    /// The pairs that the judge or an officer ended.
    private let declined: Set<Problem.Pair>
    /// Who has acted on what.
    private let screened: Set<AssignmentPair>

    init(
        _ view: CallView, _ round: Round, _ rows: AssignmentRows, judges: [JudgeLoad],
        screened: Set<AssignmentPair>
    ) throws {
        self.screened = screened
        self.view = view
        self.round = round
        self.judges = judges
        var entries: [SubmissionID: AssignmentPlan.Entry] = [:]
        for row in rows.entries {
            let id: SubmissionID = try row.id("id")
            entries[id] = AssignmentPlan.Entry(
                submission: id, number: try row.get("number"), title: try row.get("title"))
        }
        self.entries = entries
        declined = try rows.declined()
        problem = try rows.problem(
            judges: judges.map(\.person), round: round, declined: declined)
    }

    /// The same problem with one judge more for each of those entries, and none more for any other.
    func furthering(_ chosen: [SubmissionID]) -> AssignmentBasis {
        var basis = self
        let given = Dictionary(grouping: problem.given, by: \.entry).mapValues(\.count)
        let wanted = Set(chosen)
        basis.problem.demand = Dictionary(
            uniqueKeysWithValues: problem.demand.keys.map { entry in
                (entry, given[entry, default: 0] + (wanted.contains(entry) ? 1 : 0))
            })
        return basis
    }

    /// Who would get what by these pairs.
    func plan(
        _ pairs: [AssignmentPair], already: Int = 0, repeated: [AssignmentPlan.Repeat] = []
    ) -> AssignmentPlan {
        let byJudge = Dictionary(grouping: pairs, by: \.judge)
        return AssignmentPlan(
            view: view, round: round,
            judges: judges.map { judge in
                let entries = (byJudge[judge.person] ?? []).compactMap { self.entries[$0.submission] }
                return AssignmentPlan.Judge(
                    person: judge.person, name: judge.name, email: judge.email,
                    before: judge.open + judge.given,
                    entries: entries.sorted(by: AssignmentPlan.Entry.precedes))
            }, short: short(after: pairs), surplus: surplus(after: pairs), screened: screened(in: pairs),
            already: already, repeated: repeated, fingerprint: fingerprint(of: pairs), pairs: pairs)
    }

    /// Another one as soon as the pairs, or what they rest on, are others.
    func fingerprint(of pairs: [AssignmentPair]) -> String {
        var hash = SHA256()
        func add(_ words: [String]) { hash.update(data: Data((words.joined(separator: " ") + "\n").utf8)) }
        func add(_ name: String, _ pairs: some Sequence<Problem.Pair>) {
            for pair in pairs.sorted() { add([name, pair.entry.description, pair.judge.description]) }
        }
        for (entry, demand) in problem.demand.sorted(by: { $0.key < $1.key }) {
            add(["demand", entry.description, String(demand)])
        }
        for judge in problem.judges.sorted() { add(["judge", judge.description]) }
        add("conflict", problem.conflicts)
        add("given", problem.given)
        add("added", pairs.map { Problem.Pair(entry: $0.submission, judge: $0.judge) })
        return Hexadecimal.text(hash.finalize())
    }

    private func surplus(after pairs: [AssignmentPair]) -> [AssignmentPlan.Surplus] {
        let added = Dictionary(grouping: pairs, by: \.submission).mapValues(\.count)
        let given = Dictionary(grouping: problem.given, by: \.entry).mapValues(\.count)
        let found = added.compactMap { id, count -> AssignmentPlan.Surplus? in
            let judges = count + (given[id] ?? 0)
            guard let entry = entries[id], judges > problem.demand[id] ?? 0 else { return nil }
            return AssignmentPlan.Surplus(entry: entry, judges: judges)
        }
        return found.sorted { AssignmentPlan.Entry.precedes($0.entry, $1.entry) }
    }

    private func screened(in pairs: [AssignmentPair]) -> [AssignmentPlan.Screened] {
        let names = Dictionary(uniqueKeysWithValues: judges.map { ($0.person, $0.name) })
        let found = pairs.filter(screened.contains).compactMap { pair -> AssignmentPlan.Screened? in
            guard let entry = entries[pair.submission], let judge = names[pair.judge] else { return nil }
            return AssignmentPlan.Screened(entry: entry, judge: judge)
        }
        return found.sorted { left, right in
            left.entry == right.entry
                ? left.judge < right.judge : AssignmentPlan.Entry.precedes(left.entry, right.entry)
        }
    }

    private func short(after pairs: [AssignmentPair]) -> [AssignmentPlan.Short] {
        func counts(_ pairs: some Sequence<Problem.Pair>) -> [SubmissionID: Int] {
            pairs.reduce(into: [:]) { counts, pair in
                if problem.judges.contains(pair.judge) { counts[pair.entry, default: 0] += 1 }
            }
        }
        let added = pairs.map { Problem.Pair(entry: $0.submission, judge: $0.judge) }
        let all = problem.given.union(added)
        let judging = Dictionary(grouping: all, by: \.entry).mapValues(\.count)
        let busy = counts(all)
        let ended = counts(problem.conflicts.intersection(declined))
        let own = counts(problem.conflicts.subtracting(declined))
        let found = entries.values.compactMap { entry -> AssignmentPlan.Short? in
            let id = entry.submission
            let missing = (problem.demand[id] ?? 0) - (judging[id] ?? 0)
            guard missing > 0 else { return nil }
            let barred = (busy[id] ?? 0) + (ended[id] ?? 0) + (own[id] ?? 0)
            return AssignmentPlan.Short(
                entry: entry, judges: judging[id] ?? 0, missing: missing, declined: ended[id] ?? 0,
                own: own[id] ?? 0, free: problem.judges.count - barred)
        }
        return found.sorted { AssignmentPlan.Entry.precedes($0.entry, $1.entry) }
    }
}

/// The rows that an assignment is made from.
struct AssignmentRows {
    typealias Problem = AssignmentProblem<SubmissionID, PersonID>

    var entries: [Row]
    var reviews: [Row]
    /// Who ever wrote an entry along.
    var colleagues: [Row]
    var ties: JudgeTies
    /// Judges who may be asked for nothing in the round, because they know who entered.
    var knowing: Set<PersonID>

    /// The pairs whose review ended before it was given.
    func declined() throws -> Set<Problem.Pair> {
        let ended = try reviews.filter { row in
            try Review.State(rawValue: row.get("state")).map { !$0.isActive } ?? true
        }
        return Set(try ended.map(pair))
    }

    /// The pairs between which the record shows a conflict, and `knowing` with everything.
    private func found(in round: Round, among judges: [PersonID]) throws -> Set<Problem.Pair> {
        var conflicts: Set<Problem.Pair> = []
        var filers: [OrganisationID: [SubmissionID]] = [:]
        var neighbours: [String: [SubmissionID]] = [:]
        for row in entries {
            let id: SubmissionID = try row.id("id")
            conflicts.insert(Problem.Pair(entry: id, judge: try row.id("applicant_id")))
            conflicts.formUnion(knowing.map { Problem.Pair(entry: id, judge: $0) })
            guard let organisation: OrganisationID = try row.optionalID("organisation_id") else { continue }
            filers[organisation, default: []].append(id)
            if round.conflicts.sameProvince {
                neighbours[try row.get("province_code"), default: []].append(id)
            }
        }
        for judge in judges {
            let places = (ties.organisations[judge] ?? []).union(ties.former[judge] ?? [])
            let own = places.flatMap { filers[$0] ?? [] }
            let near = (ties.provinces[judge] ?? []).flatMap { neighbours[$0] ?? [] }
            conflicts.formUnion((own + near).map { Problem.Pair(entry: $0, judge: judge) })
        }
        return conflicts
    }

    func problem(judges: [PersonID], round: Round, declined: Set<Problem.Pair>) throws -> Problem {
        var conflicts = try found(in: round, among: judges)
        let wanted = Dictionary(
            uniqueKeysWithValues: try entries.map { (try $0.id("id") as SubmissionID, round.reviews) })
        let known = Set(try reviews.map(pair)).filter { wanted[$0.entry] != nil }
        let given = known.subtracting(declined)
        conflicts.formUnion(known.intersection(declined))
        let among = Set(judges)
        conflicts.formUnion(
            try colleagues.map(pair).filter { wanted[$0.entry] != nil && among.contains($0.judge) })
        return Problem(
            demand: wanted, judges: Set(judges), maximumLoad: nil, conflicts: conflicts.subtracting(given),
            given: given)
    }

    private func pair(_ row: Row) throws -> Problem.Pair {
        Problem.Pair(entry: try row.id("submission_id"), judge: try row.id("judge_id"))
    }
}
