import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Tells each judge once what the judge is newly asked for, in the transaction of the events.
    func tell(
        _ requests: ReviewRequests, under call: Call, of programme: Programme, at now: Instant,
        in connection: Connection
    ) throws {
        guard !requests.byJudge.isEmpty else { return }
        let office = try organisationSummaries([call.organisation], in: connection).first
        let judges = requests.byJudge.keys.map(\.uuid).sorted()
        let rows = try connection.rows(
            "select id, email, name, language from person where id in \(list: judges) order by id")
        for judge in try rows.map({ try $0.addressee() }) {
            let rounds = requests.byJudge[judge.person, default: [:]].sorted { $0.key < $1.key }
            for (round, request) in rounds {
                let due = request.due?.localDate.text(.long, thai: judge.language == .thai)
                try send(
                    .reviewsAsked, to: judge, link: links.address(.judging(call: call.handle)),
                    organisation: office?.name(judge.language),
                    also: [
                        "call": call.title(judge.language),
                        "round": programme.texts["round.\(round)", judge.language],
                        "count": Digits.grouped(request.count), "due": due ?? "",
                    ], about: call.id, at: now, in: connection)
            }
        }
    }

    /// Tells those who assign, but for who caused it and for those with a stake in the submission, that it
    /// has lost a judge: which and how many are missing, neither who went nor why.
    func tellJudgesMissing(
        _ missing: Int, in round: String, to roles: [String], about dossier: WholeDossier, at now: Instant,
        in connection: Connection
    ) throws {
        let (submission, call) = (dossier.submission, dossier.call)
        let office = try organisationSummaries([call.organisation], in: connection).first
        for addressee in try addressees(.roles(roles), dossier, connection)
        where addressee.person != dossier.actor.person {
            let actor = try actor(addressee.person, in: call, of: dossier.programme, connection)
            guard !actor.hasStake(in: submission) else { continue }
            try send(
                .judgesMissing, to: addressee, link: links.address(.round(round, call: call.handle)),
                organisation: office?.name(addressee.language),
                also: [
                    "call": call.title(addressee.language), "number": submission.number ?? "",
                    "round": dossier.programme.texts["round.\(round)", addressee.language],
                    "missing": Digits.grouped(missing),
                ], about: call.id, at: now, in: connection)
        }
    }

    /// Tells a judge who has lost the role how many reviews are asked for no more.
    func tellReviewsTakenOff(
        _ count: Int, of judge: PersonID, role: String, in view: CallView, at now: Instant,
        _ connection: Connection
    ) throws {
        guard count > 0, let known = try connection.person(judge) else { return }
        let language = known.addressee.language
        try send(
            .reviewsTakenOff, to: known.addressee, organisation: view.office?.name(language),
            also: [
                "call": view.call.title(language), "role": view.programme.texts["role.\(role)", language],
                "count": Digits.grouped(count),
            ], about: view.call.id, at: now, in: connection)
    }
}
