import SalaDatabase
public import SalaEngine
import SalaThai

/// Whom an extension of a call's period concerns.
public struct ExtensionOutlook: Equatable, Sendable {
    /// Drafts that can be filed for longer.
    public var drafts: Int
    /// Those whose drafts they are, of an organisation's its members: each gets one letter.
    public var people: Int
}

extension Store {
    /// Whom an extension of the call would concern now; refused to those who may not manage the call.
    public func extensionOutlook(_ handle: String, for person: PersonID) async throws -> ExtensionOutlook {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            guard view.isManager else { throw Refusal.notAllowed }
            let row = try connection.row(
                """
                select count(*) as drafts, (select count(*) from person where
                    \(view.programme.filers(ofDraftsUnder: view.call.id))) as people
                from submission where \(view.programme.drafts(under: view.call.id))
                """)
            return ExtensionOutlook(
                drafts: try row?.get("drafts") ?? 0, people: try row?.get("people") ?? 0)
        }
    }

    /// Writes the letters that an event of a call causes, in the event's transaction: to who is given a role,
    /// and to those whose drafts can be filed for longer, or no longer than a time that is new.
    ///
    /// - Parameter hadEnd: the call had an end before the event.
    func writeLetters(
        about event: CallEvent, of call: Call, hadEnd: Bool, _ programme: Programme, at now: Instant,
        in connection: Connection
    ) throws {
        switch event {
        case .granted(let role, let person):
            guard let known = try connection.person(person) else { throw Fault.missing("person of a role") }
            let language = known.addressee.language
            try tell(
                .roleGranted, of: call, to: known.addressee,
                ["role": programme.texts["role.\(role)", language]],
                at: now, in: connection)
        case .extended(let end, let reason):
            let rows = try connection.rows(
                """
                select id, email, name, language from person
                where \(programme.filers(ofDraftsUnder: call.id)) order by id
                """)
            for addressee in try rows.map({ try $0.addressee() }) {
                let closes = end.text(.long, thai: addressee.language == .thai)
                try tell(
                    hadEnd ? .callExtended : .callEndSet, of: call, to: addressee,
                    ["closes": closes, "reason": reason], at: now, in: connection)
            }
        case .lateAccessGranted(let entrant, let until, let reason):
            for addressee in try addressees(of: entrant, connection) {
                let closes = until.text(.long, thai: addressee.language == .thai)
                try tell(
                    .lateAccessGranted, of: call, to: addressee, ["closes": closes, "reason": reason],
                    link: links.address(.start(call: call.handle)), at: now, in: connection)
            }
        case .lateAccessWithdrawn(let entrant):
            for addressee in try addressees(of: entrant, connection) {
                try tell(.lateAccessWithdrawn, of: call, to: addressee, [:], at: now, in: connection)
            }
        case .opened, .configured, .published, .discarded, .contactChanged, .revoked, .exported,
            .exportCancelled, .released, .ruleDeclared:
            break
        }
    }

    /// Everybody in the organisation, or the person.
    private func addressees(
        of entrant: LateAccess.Entrant, _ connection: Connection
    ) throws -> [Addressee] {
        switch entrant {
        case .person(let person): return try connection.person(person).map { [$0.addressee] } ?? []
        case .organisation(let organisation):
            let rows = try connection.rows(
                """
                select id, email, name, language from person where id in (select person_id from membership
                    where organisation_id = \(organisation) and state = 'approved') order by id
                """)
            return try rows.map { try $0.addressee() }
        }
    }

    private func tell(
        _ name: AccountLetters.Name, of call: Call, to addressee: Addressee, _ more: [String: String],
        link: String? = nil, at now: Instant, in connection: Connection
    ) throws {
        let office = try organisationSummaries([call.organisation], in: connection).first
        let words = ["call": call.title(addressee.language)]
        try send(
            name, to: addressee, link: link, organisation: office?.name(addressee.language),
            also: more.merging(words) { own, _ in own }, about: call.id, at: now, in: connection)
    }
}

extension Programme {
    /// A condition on the table `person`: has a draft, or is in the organisation of one, as letters about
    /// what is filed go to all its members.
    fileprivate func filers(ofDraftsUnder call: CallID) -> SQL {
        """
        person.id in (
            select membership.person_id from submission
            join membership on membership.organisation_id = submission.organisation_id
                and membership.state = 'approved'
            where \(drafts(under: call))
            union
            select submission.applicant_id from submission
            where \(drafts(under: call)) and not exists (select 1 from membership
                where membership.organisation_id = submission.organisation_id
                    and membership.state = 'approved'))
        """
    }

    /// A condition on the table `submission`: begun under the call, and not filed yet.
    fileprivate func drafts(under call: CallID) -> SQL {
        let open = workflow.stages.filter(\.isOpen).map(\.name)
        return """
            submission.call_id = \(call) and submission.filed_at is null and submission.stage in \(list: open)
            """
    }
}
