import Foundation
import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai

/// A rehearsal of a programme from the opening of a call to the release of its results: made-up people who go
/// through
/// the same door as everybody else. The same seed gives the same result.
struct Simulation {
    /// How much is rehearsed, and how far.
    struct Size {
        var entrants: Int
        var judges: Int
        var screeners = 6
        var seed: UInt64
        /// What part of the filed submissions, in per cent, screeners get through.
        var screened = 100
        /// What part of their reviews, in per cent, judges give.
        var reviewed = 100
        /// Whether decisions are held and released; else the rehearsal stops before the first.
        var concludes = true
        /// The rehearsal stops in the middle of the call, before this time; nil goes on to the end.
        var until: Instant?
    }

    /// What came of it.
    struct Outcome: Encodable, Equatable {
        var submissions = 0
        var screened_out = 0
        var reviews = 0
        var selected = 0
        var awarded = 0
        var letters = 0
        var events = 0
        var seconds: [String: Double] = [:]
    }

    let store: Store
    let programme: Programme
    let plan: SimulationPlan
    let size: Size
    let files: SimulationFiles
    let progress: Progress
    /// When the last submission is filed: the call's last second, or two days before a rehearsal stops.
    var end: Instant { size.until.map { $0.adding(seconds: -2 * 86_400) } ?? closes }
    /// The seconds between what follows upon each other: a day, or an hour when there is less time.
    var pace: Int64 { size.until == nil ? 86_400 : 3600 }
    var opens: Instant { Instant(iso: plan.call.opens) ?? Instant(microseconds: 0) }
    var closes: Instant { Instant(iso: plan.call.closes) ?? opens.adding(seconds: 30 * 86_400) }

    init(
        store: Store, programme: Programme, plan: SimulationPlan, size: Size, files: SimulationFiles,
        progress: Progress
    ) {
        self.store = store
        self.programme = programme
        self.plan = plan
        self.size = size
        self.files = files
        self.progress = progress
    }

    func run() async throws -> Outcome {
        var outcome = Outcome()
        progress.announce(plan.call.handle)
        let cast = try await measure("people", &outcome) { try await assemble() }
        let entries = try await measure("entries", &outcome) { try await enter(cast) }
        outcome.submissions = entries.filed
        try await measure("screening", &outcome) { try await screen(cast, entries) }
        for round in programme.rounds {
            let judged = try await measure("\(round.name)", &outcome) { try await judge(round, cast) }
            guard judged, size.concludes, size.until == nil else { break }
            let wait = try await measure("\(round.name)-release", &outcome) {
                try await longestWait { try await conclude(round, cast) }
            }
            outcome.seconds["\(round.name)-longest-wait"] = wait
        }
        try await count(&outcome, cast)
        return outcome
    }

    /// A generator of its own for one person or thing, so that nothing depends on who comes first.
    func generator(_ what: String, _ index: Int) -> SeededGenerator {
        let mixed = what.utf8.reduce(UInt64(1_469_598_103_934_665_603)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return SeededGenerator(seed: size.seed &* 0x9E37_79B9_7F4A_7C15 ^ mixed &+ UInt64(index))
    }

    private func measure<Value>(
        _ phase: Sentence, _ outcome: inout Outcome, _ work: () async throws -> Value
    ) async throws -> Value {
        let start = ContinuousClock.now
        progress.begin(phase)
        let value = try await work()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        outcome.seconds[phase.description] = (seconds * 1000).rounded() / 1000
        progress.end(phase)
        return value
    }

    private func count(_ outcome: inout Outcome, _ cast: Cast) async throws {
        let census = try await store.census(of: plan.call.handle)
        let stages = programme.workflow.stages
        outcome.reviews = census.givenReviews
        outcome.letters = census.letters
        outcome.events = census.events
        let screening = Set(programme.workflow.actions.filter(\.files).map(\.to))
        let out = programme.workflow.actions.filter {
            !$0.isHeld && !Set($0.from).isDisjoint(with: screening)
        }
        .map(\.to).filter { name in stages.contains { $0.name == name && $0.isFinal } }
        outcome.screened_out = Set(out).reduce(0) { $0 + census.passed[$1, default: 0] }
        outcome.selected = programme.rounds.first.map { arrived($0, census) } ?? 0
        outcome.awarded =
            programme.rounds.count > 1 ? programme.rounds.last.map { arrived($0, census) } ?? 0 : 0
    }

    private func arrived(_ round: Round, _ census: Census) -> Int {
        programme.workflow.action(round.selection.selected).map { census.passed[$0.to, default: 0] } ?? 0
    }
}
