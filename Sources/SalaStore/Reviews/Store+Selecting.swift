import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Holds the round's decisions as its ranking and the call's number of places say; nobody else sees them
    /// yet. Refused while the call takes in, or something filed has not come to the round.
    ///
    /// - Parameters:
    ///   - shown: the decisions that the person's page said; refuses with `overtaken` where the ranking says
    ///     others by now.
    ///   - waivesOpenReviews: decides without the reviews that were asked for anew, or further, and have not
    ///     come; else they are waited for.
    /// - Returns: how many are to be selected, and how many not.
    public func select(
        _ handle: String, round name: String, expecting shown: ShownDecisions? = nil,
        waivesOpenReviews: Bool = false, by person: PersonID, at now: Instant
    ) async throws -> (selected: Int, others: Int) {
        try await reckoning(under: handle, by: person) { connection in
            let view = try callView(handle, for: person, in: connection)
            let ranking = try ranking(view, name, connection)
            guard view.actor.may(.select, in: view.programme) else { throw Refusal.notAllowed }
            guard ranking.held == 0 else { throw Refusal.alreadyHeld }
            guard ranking.isUndecided else { throw Refusal.alreadyDone }
            if let obstacle = ranking.obstacle(at: now) { throw obstacle }
            if let shown, shown.fingerprint != ranking.fingerprint {
                throw Refusal.overtaken(
                    try overtakings(of: ranking.round, under: view, since: shown.at, in: connection))
            }
            if let refusal = ranking.refusal { throw refusal }
            guard ranking.tied.isEmpty else { throw Refusal.unfit("tie") }
            var counts = (selected: 0, others: 0)
            for (entry, action, selects) in ranking.decisions {
                var dossier = try dossier(entry.submission.id, for: person, in: connection)
                try decide(.act(action, input: [:]), on: &dossier, at: now, in: connection)
                if selects { counts.selected += 1 } else { counts.others += 1 }
            }
            guard counts.selected + counts.others > 0 else { throw Refusal.alreadyDone }
            // What can be waived is asked about last: nothing is held if it is not.
            guard waivesOpenReviews || ranking.open.isEmpty else { throw Refusal.unfit("open-reviews") }
            return counts
        }
    }

    /// Takes all pending decisions of the call back, or none, and tells those who assign what lacks judges.
    @discardableResult
    public func takeBackSelection(_ handle: String, by person: PersonID, at now: Instant) async throws -> Int
    {
        try await reckoning(under: handle, by: person) { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.actor.may(.select, in: view.programme) else { throw Refusal.notAllowed }
            var news = JudgingNews()
            let count = try eachHeld(handle, person, connection) { dossier in
                news.add(try decide(.takeBack, on: &dossier, at: now, in: connection))
            }
            guard count > 0 else { throw Refusal.nothingHeld }
            // Who takes it back did not take the judges off, and is told like any other.
            try tell(news, under: view.call, of: view.programme, by: nil, at: now, in: connection)
            return count
        }
    }

    /// Releases all pending decisions of the call together, with a letter to each filer: all, or none.
    ///
    /// - Parameter shown: the decisions that the person confirmed; refuses with `overtaken` where they are
    ///   others by now.
    @discardableResult
    public func release(
        _ handle: String, expecting shown: ShownDecisions? = nil, by person: PersonID, at now: Instant
    ) async throws -> Int {
        try await reckoning(under: handle, by: person) { connection in
            let (call, _) = try callAndFiled(handle, in: connection)
            if let shown { try demand(shown, under: handle, for: person, in: connection) }
            try demandRankedDecisions(try callView(handle, for: person, in: connection), connection)
            let count = try eachHeld(handle, person, connection) { dossier in
                try decide(.release, on: &dossier, at: now, in: connection)
            }
            _ = try decide(.release(count: count), on: call, by: person, at: now, in: connection)
            return count
        }
    }

    /// Refuses held decisions that the rankings of their rounds do not say any more.
    private func demandRankedDecisions(_ view: CallView, _ connection: Connection) throws {
        guard view.actor.may(.release, in: view.programme) else { throw Refusal.notAllowed }
        for round in view.programme.rounds {
            let closing = try connection.closing(of: round, in: view.programme, under: view.call.id)
            guard closing.contains(.held) else { continue }
            guard try !reckonedRanking(view, round.name, connection).contradictsHeld else {
                throw Refusal.rankingChanged
            }
        }
    }

    private func eachHeld(
        _ handle: String, _ person: PersonID, _ connection: Connection,
        _ body: (inout WholeDossier) throws -> Void
    ) throws -> Int {
        let view = try callView(handle, for: person, in: connection)
        let rows = try connection.rows(
            """
            select id from submission where call_id = \(view.call.id) and held is not null
            order by number, id
            """
        )
        for row in rows {
            var dossier = try dossier(try row.id("id"), for: person, in: connection)
            try body(&dossier)
        }
        return rows.count
    }
}
