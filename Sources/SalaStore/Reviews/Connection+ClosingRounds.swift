import SalaDatabase
import SalaEngine

/// What became of the decisions of a round in a call; empty while the round is open.
public struct RoundClosing: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let held = RoundClosing(rawValue: 1)
    /// For ever: what was released stays so.
    public static let released = RoundClosing(rawValue: 2)
}

extension Connection {
    /// What became of the decisions of the round in the call: two looks into an index, however much is filed.
    func closing(of round: Round, in programme: Programme, under call: CallID) throws -> RoundClosing {
        let row = try row(
            """
            select case when exists (select 1 from submission where call_id = \(call)
                    and stage in \(list: programme.stages(decidedIn: round).sorted())) then 2 else 0 end
                + case when exists (select 1 from submission where call_id = \(call)
                    and held in \(list: round.selection.actions)) then 1 else 0 end as closing
            """)
        return RoundClosing(rawValue: try row?.get("closing") ?? 0)
    }

    /// The rounds of the call in which somebody has been asked for a review, whatever became of it: one look
    /// into an index for each.
    func openedRounds(of programme: Programme, under call: CallID) throws -> Set<String> {
        try Set(
            programme.rounds.map(\.name).filter { round in
                try row(
                    "select 1 as found from review where call_id = \(call) and round = \(round) limit 1")
                    != nil
            })
    }

    /// The rounds of the call in which nobody judges any more.
    func closedRounds(of programme: Programme, under call: CallID) throws -> Set<String> {
        try Set(
            programme.rounds.filter { try !closing(of: $0, in: programme, under: call).isEmpty }.map(\.name))
    }

    /// A condition on `review` and `submission`: the round of the review is on.
    func judging(in programme: Programme, under call: CallID) throws -> SQL {
        let closed = try closedRounds(of: programme, under: call)
        let rounds: [SQL] = programme.rounds.map(\.name).filter { !closed.contains($0) }.map { name in
            """
            review.round = \(name) and submission.stage in \(list: programme.workflow.stages(of: name))
            """
        }
        return rounds.isEmpty ? "1 = 0" : "(" + rounds.joined(separator: " or ") + ")"
    }

    /// Finds out in which of the rounds that the commands are about, or bring the submission into, nobody
    /// judges any more.
    func findClosedRounds(of dossier: inout WholeDossier, before commands: [Command]) throws {
        let (submission, workflow) = (dossier.submission, dossier.programme.workflow)
        let names = commands.compactMap {
            $0.judgedRound ?? submission.round(enteredBy: $0, in: workflow)
        }
        try findClosedRounds(of: &dossier, among: Set(names))
    }

    func findClosedRounds(of dossier: inout WholeDossier, among names: Set<String>) throws {
        for round in dossier.programme.rounds where names.contains(round.name) {
            let closing = try closing(of: round, in: dossier.programme, under: dossier.call.id)
            if !closing.isEmpty { dossier.closedRounds.insert(round.name) }
        }
    }
}

extension Command {
    /// The round of judging that the command is about.
    fileprivate var judgedRound: String? {
        switch self {
        case .assign(let round, _), .assignAgain(let round, _, _), .askFurther(let round, _, _),
            .reopen(let round, _, _), .unassign(let round, _, _), .takeOff(let round, _, _),
            .recuse(let round, _, _), .takeOffConflicted(let round, _), .denyConflict(let round, _),
            .declareConflict(let round, _, _), .abstain(let round, _),
            .review(let round, _, _):
            round
        case .answer, .attach, .detach, .setAside, .invite, .withdrawInvitation, .join, .part, .act,
            .takeBack,
            .release, .fallDue:
            nil
        }
    }
}
