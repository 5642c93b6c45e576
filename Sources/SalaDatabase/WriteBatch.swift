import GRDB

/// Runs waiting writes in one transaction, so that one flush to the disk serves them all.
///
/// Nobody is told anything before the commit: even a failure may rest on a neighbour's uncommitted rows.
struct WriteBatch {
    let members: [WriteMember]

    func run(on engine: GRDB.Database) {
        if members.count > 1, runTogether(on: engine) { return }
        for member in members {
            runAlone(member, on: engine)
        }
    }

    /// False when one member spoilt the transaction for the others, of which then nothing remains.
    private func runTogether(on engine: GRDB.Database) -> Bool {
        guard begin(engine) else { return true }
        var attempts: [WriteMember.Attempt] = []
        for member in members {
            do {
                try control(engine, "savepoint member")
                let attempt = member.perform(engine)
                attempts.append(attempt)
                guard engine.isInsideTransaction else { return false }
                if attempt.failure != nil { try control(engine, "rollback to member") }
                try control(engine, "release member")
            } catch {
                undo(engine)
                return false
            }
        }
        do {
            try control(engine, "commit")
        } catch {
            undo(engine)
            let fault = DatabaseFault.translating(error)
            // A constraint that is checked at the end is one member's doing.
            if case DatabaseFault.constraint = fault { return false }
            attempts.forEach { $0.settle(fault) }
            return true
        }
        attempts.forEach { $0.settle(nil) }
        return true
    }

    private func runAlone(_ member: WriteMember, on engine: GRDB.Database) {
        do {
            try control(engine, "begin immediate")
        } catch {
            member.refuse(DatabaseFault.translating(error))
            return
        }
        let attempt = member.perform(engine)
        guard attempt.failure == nil else {
            undo(engine)
            attempt.settle(nil)
            return
        }
        do {
            try control(engine, "commit")
        } catch {
            undo(engine)
            attempt.settle(DatabaseFault.translating(error))
            return
        }
        attempt.settle(nil)
    }

    /// Takes the right to write, or tells everybody why not.
    private func begin(_ engine: GRDB.Database) -> Bool {
        do {
            try control(engine, "begin immediate")
            return true
        } catch {
            members.forEach { $0.refuse(DatabaseFault.translating(error)) }
            return false
        }
    }

    private func control(_ engine: GRDB.Database, _ text: String) throws {
        try engine.cachedStatement(sql: text).execute()
    }

    private func undo(_ engine: GRDB.Database) {
        // SQLite leaves the transaction even when it reports an error of its rollback.
        try? engine.rollback()
        precondition(!engine.isInsideTransaction, "a transaction outlived its rollback")
    }
}
