import SalaEngine
import SalaThai

/// What judges are newly asked for in one act, and what lacks judges after it, so that each who is told gets
/// one letter for a round.
struct JudgingNews: Sendable {
    struct Request: Sendable {
        var count: Int
        /// When the first of them falls due; nil where the stage has no clock.
        var due: Instant?
    }

    /// A submission that has lost a judge.
    struct Shortfall: Sendable {
        var dossier: WholeDossier
        var missing: Int
        /// Whose holders assign another.
        var roles: [String]
    }

    /// A review that was opened again.
    struct Reopening: Sendable {
        var dossier: WholeDossier
        var judge: PersonID
        var round: String
        var reason: String
    }

    private(set) var reopenings: [Reopening] = []

    /// A review that a judge lost to a conflict of interest that somebody else found.
    struct TakenOff: Sendable {
        var dossier: WholeDossier
        /// Nil where the chair found it.
        var ground: ConflictGround?
    }

    /// A judge whom the record showed in conflict, and who was taken off.
    struct FoundConflict: Sendable {
        var dossier: WholeDossier
        var round: String
        var judge: PersonID
        var ground: ConflictGround
        /// Whose holders are told.
        var roles: [String]
    }

    private(set) var takenOff: [PersonID: [String: [TakenOff]]] = [:]
    private(set) var conflicts: [FoundConflict] = []
    private(set) var byJudge: [PersonID: [String: Request]] = [:]
    private(set) var shortfalls: [String: [Shortfall]] = [:]

    mutating func add(_ round: String, of judge: PersonID, due: Instant?) {
        add(Request(count: 1, due: due), round, of: judge)
    }

    mutating func add(_ shortfall: Shortfall, in round: String) {
        shortfalls[round, default: []].append(shortfall)
    }

    mutating func add(_ reopening: Reopening) {
        reopenings.append(reopening)
    }

    mutating func add(_ one: TakenOff, in round: String, of judge: PersonID) {
        takenOff[judge, default: [:]][round, default: []].append(one)
    }

    mutating func add(_ conflict: FoundConflict) {
        conflicts.append(conflict)
    }

    mutating func add(_ others: JudgingNews) {
        reopenings += others.reopenings
        conflicts += others.conflicts
        for (judge, rounds) in others.takenOff {
            for (round, all) in rounds { takenOff[judge, default: [:]][round, default: []] += all }
        }
        shortfalls.merge(others.shortfalls, uniquingKeysWith: +)
        for (judge, rounds) in others.byJudge {
            for (round, request) in rounds { add(request, round, of: judge) }
        }
    }

    private mutating func add(_ request: Request, _ round: String, of judge: PersonID) {
        let known = byJudge[judge]?[round]
        byJudge[judge, default: [:]][round] = Request(
            count: (known?.count ?? 0) + request.count,
            due: [known?.due, request.due].compactMap(\.self).min())
    }
}
