import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

extension Simulation {
    /// Assigns, lets judges say where they have a conflict or abstain, assigns anew, and lets them review.
    ///
    /// - Returns: whether every submission of the round has its reviews.
    func judge(_ round: Round, _ cast: Cast) async throws -> Bool {
        let handle = plan.call.handle
        let number = Int64(programme.rounds.firstIndex { $0.name == round.name } ?? 0)
        let now = end.adding(seconds: pace * (10 + 20 * number))
        let judges = cast.granted[round.judges] ?? []
        _ = try await store.assign(
            handle, round: round.name, from: .seed(size.seed), by: cast.officer, at: now)
        // Whoever is asked in place of one who declined is asked about conflicts anew.
        for _ in 0..<Simulation.declinings {
            guard try await decline(round, judges, at: now) > 0 else { break }
            _ = try await store.assign(
                handle, round: round.name, from: .seed(size.seed), by: cast.officer, at: now)
        }
        try await clear(round, judges, at: now)
        _ = try await concurrently(judges.count) { index in
            try await review(
                round, judges[index], index, at: now.adding(seconds: pace * Int64(index + 1) / 24))
        }
        let panel = try await store.panel(handle, round: round.name, for: cast.officer)
        return panel.complete == panel.entries && panel.entries > 0
    }

    /// So often those who declined are replaced by others who may decline too.
    private static let declinings = 1

    /// Those asked last have no conflict.
    private func clear(_ round: Round, _ judges: [PersonID], at now: Instant) async throws {
        guard size.reviewed == 100 else { return }
        _ = try await concurrently(judges.count) { index in
            let asked = try await store.conflictQuestions(plan.call.handle, for: judges[index])
            let answers = asked.named.filter { $0.round == round.name }.map {
                ConflictAnswer(
                    submission: $0.submission, round: round.name,
                    words: "ถามเรื่องส่วนได้เสียกับผู้ยื่น (ตัวอย่าง)", conflict: nil)
            }
            return try await store.answerConflicts(
                answers, under: plan.call.handle, by: judges[index], at: now)
        }
    }

    /// Selects, and releases all results at once.
    func conclude(_ round: Round, _ cast: Cast) async throws {
        let number = Int64(programme.rounds.firstIndex { $0.name == round.name } ?? 0)
        let now = end.adding(seconds: pace * (25 + 20 * number))
        _ = try await store.select(plan.call.handle, round: round.name, by: cast.officer, at: now)
        try await store.release(plan.call.handle, by: cast.officer, at: now)
    }

    /// How long, in seconds, somebody else who writes all the while has to wait at most.
    func longestWait(_ work: @Sendable () async throws -> Void) async throws -> Double {
        let store = store
        return try await withThrowingTaskGroup(of: Double.self) { group in
            group.addTask {
                var longest = Duration.zero
                while !Task.isCancelled {
                    let start = ContinuousClock.now
                    // A write that finds nothing to do.
                    _ = try? await store.takeLetters(limit: 0, at: Instant(microseconds: 0))
                    longest = max(longest, ContinuousClock.now - start)
                    try? await Task.sleep(for: .milliseconds(10))
                }
                return ((longest / .seconds(1)) * 1000).rounded() / 1000
            }
            try await work()
            group.cancelAll()
            return try await group.next() ?? 0
        }
    }

    private func decline(_ round: Round, _ judges: [PersonID], at now: Instant) async throws -> Int {
        let declined = try await concurrently(judges.count) { index in
            var generator = generator("decline-\(round.name)", index)
            let (draws, declared) = try await answer(round, judges[index], &generator, at: now)
            var count = declared
            for row in try await ownRows(round, judges[index]) {
                let draw = draws[row.submission.id] ?? 100
                if draw < plan.declining.conflict + plan.declining.abstain {
                    try await store.decide(
                        .abstain(round: round.name, reason: "ไม่มีความเชี่ยวชาญในด้านนี้ (ตัวอย่าง)"),
                        on: row.submission.id, by: judges[index], at: now)
                } else {
                    continue
                }
                count += 1
            }
            return count
        }
        return declined.reduce(0, +)
    }

    /// Says of each entry whether there is a conflict of interest, the way that the judge's page asks: where
    /// the rehearsal stops midway, the judge has not come to the last of them.
    ///
    /// - Returns: what was drawn for each, and how many conflicts were declared.
    private func answer(
        _ round: Round, _ judge: PersonID, _ generator: inout SeededGenerator, at now: Instant
    ) async throws -> (draws: [SubmissionID: Int], declared: Int) {
        let asked = try await store.conflictQuestions(plan.call.handle, for: judge)
        let named = asked.named.filter { $0.round == round.name }.sorted { $0.submission < $1.submission }
        let left = size.reviewed < 100 ? min(3, named.count / 4) : 0
        let words = "ถามเรื่องส่วนได้เสียกับผู้ยื่น (ตัวอย่าง)"
        var draws: [SubmissionID: Int] = [:]
        let answers = named.dropLast(left).map { question in
            let draw = generator.next(below: 100)
            draws[question.submission] = draw
            return ConflictAnswer(
                submission: question.submission, round: round.name, words: words,
                conflict: draw < plan.declining.conflict ? "เคยเป็นที่ปรึกษาของหน่วยงานนี้ (ตัวอย่าง)" : nil)
        }
        let done = try await store.answerConflicts(answers, under: plan.call.handle, by: judge, at: now)
        for question in asked.blind where question.round == round.name {
            _ = try await store.answerConflicts(
                blindly: BlindAnswer(question: question, conflicts: [], words: words, reason: ""),
                under: plan.call.handle, by: judge, at: now)
        }
        return (draws, done.declared)
    }

    private func ownRows(_ round: Round, _ judge: PersonID) async throws -> [JudgeRow] {
        try await store.judgeDesk(plan.call.handle, for: judge).rows
            .filter { $0.round == round.name && $0.review.state != .final }
            .sorted { $0.submission.id < $1.submission.id }
    }

    private func review(_ round: Round, _ judge: PersonID, _ index: Int, at now: Instant) async throws {
        var generator = generator("review-\(round.name)", index)
        let harshness = normal(&generator) * 0.5
        for row in try await ownRows(round, judge) {
            guard generator.next(below: 100) < size.reviewed else { continue }
            // The quality belongs to the submission: every judge sees the same, through an eye of one's own.
            var quality = self.generator("quality", digits(row.submission.number))
            let level = 2.6 + normal(&quality) * 0.9
            var scores: [String: Int] = [:]
            for criterion in round.criteria {
                let seen = level + harshness + normal(&generator) * 0.6
                scores[criterion.name] = criterion.levels.min {
                    abs(Double($0) - seen) < abs(Double($1) - seen)
                }
            }
            let comment =
                plan.comments.isEmpty ? "–" : plan.comments[generator.next(below: plan.comments.count)]
            let scoring = Scoring(
                scores: scores, commentToCommittee: "", commentToFiler: comment, isFinal: true)
            try await store.decide(
                .review(round: round.name, scoring), on: row.submission.id, by: judge, at: now)
        }
    }

    /// The digits of a number such as `C-2564-0012`, as one whole number.
    private func digits(_ number: String?) -> Int {
        (number ?? "").utf8.reduce(0) { (48...57).contains($1) ? $0 &* 10 &+ Int($1 - 48) : $0 }
    }

    /// A draw from the standard normal distribution, nearly: twelve even draws less six (the central limit
    /// theorem).
    private func normal(_ generator: inout SeededGenerator) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double(generator.next(below: 1_000_001)) / 1_000_000 }
    }
}
