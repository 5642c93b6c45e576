import SalaDatabase
public import SalaEngine

/// The rule of a round of a call, and what became of it.
public struct RoundRule: Sendable {
    public var view: CallView
    public var round: Round
    /// The one that holds.
    public var rule: TallyRule
    /// Nil while nobody has declared one.
    public var declared: DeclaredRule?
    /// Who declared it.
    public var declarer: String?
    /// Somebody was asked for a review in the round, so that the rule stands.
    public var isSettled: Bool

    /// The person may declare another.
    public var mayDeclare: Bool { view.isManager && !isSettled }
}

extension Store {
    /// The rule of a round, for those who manage the call, run the round or read its reviews.
    public func roundRule(
        _ handle: String, round name: String, for person: PersonID
    ) async throws -> RoundRule {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard let round = view.programme.round(name) else { throw Refusal.notFound }
            let permissions: [Role.Permission] = [.manageCall, .assignReviews, .readReviews]
            guard permissions.contains(where: { view.actor.may($0, in: view.programme) }) else {
                throw Refusal.notAllowed
            }
            let declared = view.call.declaredRules?[name]
            let opened = try connection.openedRounds(of: view.programme, under: view.call.id)
            return RoundRule(
                view: view, round: round, rule: view.call.rule(of: round), declared: declared,
                declarer: try declared?.by.flatMap { try connection.person($0)?.addressee.name },
                isSettled: opened.contains(name))
        }
    }
}
