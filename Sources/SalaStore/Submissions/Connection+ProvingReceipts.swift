import SalaDatabase
import SalaEngine
import SalaThai

extension Connection {
    /// Reckons the chain of a submission's events anew, and gives the times at which it was filed again after
    /// the filing that the code comes from, and where it rests since when. Throws `Fault.tampered` where an
    /// event is another one than its hash says, where none gives the code, or where the receipt says anything
    /// else than that filing.
    func prove(
        _ receipt: Receipt, of id: SubmissionID, under call: CallID, by organisation: OrganisationID?
    ) throws -> (filedAgain: [Instant], stage: String, since: Instant) {
        let broken = Fault.tampered("submission \(id)")
        var head = EventChain.root
        var filer: OrganisationID?
        var isProved = false
        var again: [Instant] = []
        var last: (stage: String, since: Instant)?
        try eachLink(of: id, under: call) { link in
            guard link.reckoned(after: head, subject: id) == link.hash else { throw broken }
            head = link.hash
            let event = try JSON.decode(SubmissionEvent.self, from: link.body)
            if case .started(let start) = event { filer = start.organisation }
            if case .acted(let acted) = event { last = (acted.to, link.at) }
            if isProved {
                if case .acted(let filing) = event, filing.files { again.append(link.at) }
                return
            }
            guard ReceiptCode.code(ofHash: head) == receipt.code else { return }
            guard case .acted(let filing) = event, filing.number == receipt.number,
                link.at == receipt.filedAt, filer == organisation
            else { throw broken }
            isProved = true
        }
        guard isProved, let last else { throw broken }
        return (again, last.stage, last.since)
    }

    private func eachLink(
        of id: SubmissionID, under call: CallID, _ body: (RecordedLink) throws -> Void
    ) throws {
        try each(
            """
            select sequence, at, actor_id, kind, body, salt, hash from event
            where call_id = \(call) and subject_id = \(id) order by sequence
            """
        ) { row in
            try body(
                RecordedLink(
                    sequence: try row.get("sequence"), at: try row.instant("at"),
                    actor: try row.get("actor_id"), kind: try row.get("kind"), body: try row.get("body"),
                    salt: try row.get("salt"), hash: try row.get("hash")))
        }
    }
}

/// An event as it lies in the database, with what ties it to the one before it.
private struct RecordedLink {
    let sequence: Int
    let at: Instant
    let actor: String?
    let kind: String
    /// What the event says, as it was hashed.
    let body: String
    let salt: String
    let hash: String

    /// The hash that the event deserves after that head.
    func reckoned(after head: String, subject: SubmissionID) -> String {
        EventChain.hash(
            previous: head, subject: subject.description, sequence: sequence, at: at, actor: actor,
            kind: kind, commitment: EventChain.commitment(salt: salt, body: body))
    }
}
