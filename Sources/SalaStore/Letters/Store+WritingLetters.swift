import Foundation
import SalaDatabase
public import SalaEngine
import SalaThai

/// Whom a letter goes to, and in which language.
struct Addressee {
    var person: PersonID
    var address: String
    var name: String
    var language: Language
}

extension Row {
    /// The person of a row of the table `person`.
    func addressee() throws -> Addressee {
        Addressee(
            person: try id("id"), address: try get("email"), name: try get("name"),
            language: Language(rawValue: try get("language")) ?? .thai)
    }
}

extension Store {
    /// Writes the letters of an order and puts them into the outbox, in the transaction of the event they
    /// follow from.
    func write(_ order: LetterOrder, about dossier: WholeDossier, at now: Instant, in connection: Connection)
        throws
    {
        try connection.enqueue(
            try letters(of: order, about: dossier, at: now, connection), name: order.letter,
            call: dossier.call.id, submission: dossier.submission.id, at: now)
    }

    /// The letters of an order, each with whom it goes to.
    func letters(
        of order: LetterOrder, about dossier: WholeDossier, at now: Instant, _ connection: Connection
    ) throws -> [(Addressee, WrittenLetter)] {
        guard let definition = dossier.programme.letter(order.letter) else { return [] }
        let office = try organisationSummaries([dossier.call.organisation], in: connection).first
        return try addressees(order.to, dossier, connection).map { addressee in
            var fields = letterFields(order, dossier, office, addressee, now)
            if case .roles = order.to {
                var read = dossier
                read.actor = try actor(
                    addressee.person, in: dossier.call, of: dossier.programme, connection)
                if Eyes(read).isBlind { fields = dossier.programme.nameless(fields) }
            }
            return (addressee, try writeLetter(definition, addressee.language, fields))
        }
    }

    func addressees(
        _ recipient: LetterOrder.Recipient, _ dossier: WholeDossier, _ connection: Connection
    ) throws -> [Addressee] {
        let condition: SQL
        switch recipient {
        case .filer:
            condition = Store.filer(of: dossier.submission)
        case .roles(let roles):
            func names(_ granting: Role.Granting) -> [String] {
                dossier.programme.roles.filter { $0.granting == granting }.map(\.name).filter(roles.contains)
            }
            condition = """
                person.id in (
                    select person_id from call_role
                    where call_id = \(dossier.call.id) and role in \(list: names(.call))
                    union
                    select person_id from membership where organisation_id = \(dossier.call.organisation)
                        and state = 'approved' and role in \(list: names(.organisation)))
                """
        }
        let rows = try connection.rows(
            "select id, email, name, language from person where " + condition + " order by id")
        return try rows.map { try $0.addressee() }
    }

    /// A condition on the table `person`: who started the submission; where it was for an organisation, all
    /// who are in it now, so that none of them has to be there when a letter comes.
    private static func filer(of submission: Submission) -> SQL {
        guard let organisation = submission.organisation else { return "person.id = \(submission.applicant)" }
        let members: SQL = """
            select person_id from membership
            where organisation_id = \(organisation) and state = 'approved'
            """
        return """
            (person.id in (\(members)) or (person.id = \(submission.applicant) and not exists (\(members))))
            """
    }

    private func letterFields(
        _ order: LetterOrder, _ dossier: WholeDossier, _ office: OrganisationSummary?, _ addressee: Addressee,
        _ now: Instant
    ) -> [String: String] {
        let language = addressee.language
        let thai = language == .thai
        let submission = dossier.submission
        let texts = dossier.programme.texts
        var fields = [
            "person": addressee.name,
            "organisation": dossier.organisation?.placedName(language) ?? addressee.name,
            "number": submission.number ?? "",
            "receipt": dossier.receipt.map(ReceiptCode.grouped) ?? "",
            "check": dossier.receipt.map { links.address(.receipt($0)) } ?? "",
            "title": dossier.title,
            "stage": texts["stage.\(submission.stage)", language],
            "link": links.address(.submission(submission.id)),
            "register": registerAddress(of: dossier) ?? "",
            "call": dossier.call.title(language),
            "programme": texts["programme.name", language],
            "office": office?.name(language) ?? "",
            "contact": dossier.call.settings.contact ?? "",
            "time": now.text(thai: thai),
            "due": submission.due?.localDate.text(.long, thai: thai) ?? "",
            "reason": order.input["reason"]?.string ?? "",
            "comments": commentsToFiler(submission, order, dossier.programme),
        ]
        for (question, answer) in order.input {
            fields[LetterField.inputPrefix + question] =
                dossier.programme.words(answer, to: question, askedWith: order.letter, language)
        }
        return fields
    }

    /// Where anybody may read of the submission; nil where nobody but those concerned may.
    private func registerAddress(of dossier: WholeDossier) -> String? {
        guard dossier.programme.register != nil, let number = dossier.submission.number,
            dossier.programme.workflow.stage(dossier.submission.stage)?.isPublic == true
        else { return nil }
        return links.address(.registerEntry(number, call: dossier.call.handle))
    }

    /// What the judges of the round that has just been left say to the filer, without who said it.
    private func commentsToFiler(_ submission: Submission, _ order: LetterOrder, _ programme: Programme)
        -> String
    {
        let left = programme.workflow.actions.filter { $0.letter == order.letter }.flatMap(\.from)
        let rounds = Set(left.compactMap { programme.workflow.stage($0)?.round })
        return rounds.sorted().flatMap { submission.commentsToFiler(in: $0) }.map { "– \($0)" }
            .joined(separator: "\n")
    }
}

extension Programme {
    /// The fields of a letter without those that say who entered, or in which somebody may have named it.
    fileprivate func nameless(_ fields: [String: String]) -> [String: String] {
        var telling = ["organisation", "receipt", "check", "reason", "comments", "register"]
        if titleQuestion.map(identifying.contains) == true { telling.append("title") }
        return fields.reduce(into: [:]) { told, field in
            let isTold =
                !telling.contains(field.key) && !field.key.hasPrefix(LetterField.inputPrefix)
            told[field.key] = isTold ? field.value : ""
        }
    }

    /// An answer to an action with that letter as people read it: choices by their texts, days in words.
    fileprivate func words(
        _ answer: Answer, to name: String, askedWith letter: String, _ language: Language
    ) -> String {
        let pages = workflow.actions.filter { $0.letter == letter }.compactMap(\.asks).flatMap(\.pages)
        for page in pages {
            switch page.questions.first(where: { $0.name == name })?.kind {
            case .selectOne(let list), .selectMultiple(let list):
                return answer.items.map { texts["asks.\(page.name).choice.\(list).\($0)", language] }
                    .joined(separator: ", ")
            case .date:
                return LocalDate(iso: answer.string)?.text(.long, thai: language == .thai) ?? answer.string
            default: continue
            }
        }
        return answer.string
    }
}

extension Submission {
    /// The comments of the round's given reviews that are meant for the filer, in an order that says nothing
    /// about who.
    public func commentsToFiler(in round: String) -> [String] {
        reviews[round, default: [:]].values.filter { $0.state == .final }.map(\.commentToFiler)
            .filter { !$0.isEmpty }.sorted()
    }
}

extension Connection {
    /// Keeps the letters as they are sent, each with whom it goes to, and puts them into the outbox.
    func enqueue(
        _ letters: [(Addressee, WrittenLetter)], name: String, call: CallID?, submission: SubmissionID?,
        at now: Instant
    ) throws {
        guard !letters.isEmpty else { return }
        let rows: [SQL] = letters.map { addressee, letter in
            """
            (\(call), \(UUID.version7(at: now)), \(submission), \(addressee.person), \(addressee.address),
                \(name), \(addressee.language.rawValue), \(letter.subject), \(letter.body), \(now), 'waiting',
                0, \(now))
            """
        }
        try execute(
            """
            insert into letter (call_id, id, submission_id, person_id, address, name, language, subject, body,
                written_at, state, attempts, next_at)
            values \(rows.joined(separator: ", "))
            """)
    }
}
