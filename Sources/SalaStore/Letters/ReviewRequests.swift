import SalaEngine
import SalaThai

/// What judges are newly asked for in one act, so that each gets one letter for a round.
struct ReviewRequests: Sendable {
    struct Request: Sendable {
        var count: Int
        /// When the first of them falls due; nil where the stage has no clock.
        var due: Instant?
    }

    private(set) var byJudge: [PersonID: [String: Request]] = [:]

    /// How many reviews each judge is asked for.
    var counts: [PersonID: Int] { byJudge.mapValues { $0.values.map(\.count).reduce(0, +) } }

    mutating func add(_ round: String, of judge: PersonID, due: Instant?) {
        add(Request(count: 1, due: due), round, of: judge)
    }

    mutating func add(_ others: ReviewRequests) {
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
