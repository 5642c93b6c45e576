import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Tells each judge once what the judge is newly asked for, and those who assign what lacks judges, in
    /// the transaction of the events.
    ///
    /// - Parameter person: who caused it, and so knows.
    func tell(
        _ news: JudgingNews, under call: Call, of programme: Programme, by person: PersonID?, at now: Instant,
        in connection: Connection
    ) throws {
        for (round, shortfalls) in news.shortfalls.sorted(by: { $0.key < $1.key }) {
            try tellJudgesMissing(shortfalls, in: round, by: person, at: now, in: connection)
        }
        for reopening in news.reopenings { try tell(reopening, at: now, in: connection) }
        try tellTakenOff(news, under: call, of: programme, at: now, in: connection)
        try tellConflictsFound(news.conflicts, at: now, in: connection)
        guard !news.byJudge.isEmpty else { return }
        let office = try organisationSummaries([call.organisation], in: connection).first
        let judges = news.byJudge.keys.map(\.uuid).sorted()
        let rows = try connection.rows(
            "select id, email, name, language from person where id in \(list: judges) order by id")
        for judge in try rows.map({ try $0.addressee() }) {
            let rounds = news.byJudge[judge.person, default: [:]].sorted { $0.key < $1.key }
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

    /// Tells those who assign, but for who caused it, which submission has lost a judge and how many are
    /// missing, or of how many that is true: neither who went nor why, and nothing of what the reader has a
    /// stake in.
    private func tellJudgesMissing(
        _ shortfalls: [JudgingNews.Shortfall], in round: String, by person: PersonID?, at now: Instant,
        in connection: Connection
    ) throws {
        guard let first = shortfalls.first else { return }
        let (call, programme) = (first.dossier.call, first.dossier.programme)
        let office = try organisationSummaries([call.organisation], in: connection).first
        for addressee in try addressees(.roles(first.roles), first.dossier, connection)
        where addressee.person != person {
            let actor = try actor(addressee.person, in: call, of: programme, connection)
            let known = shortfalls.filter { !actor.hasStake(in: $0.dossier.submission) }
            guard let one = known.first else { continue }
            let told =
                known.count == 1
                ? ["number": one.dossier.submission.number ?? "", "missing": Digits.grouped(one.missing)]
                : ["count": Digits.grouped(known.count)]
            try send(
                .judgesMissing, to: addressee, link: links.address(.round(round, call: call.handle)),
                organisation: office?.name(addressee.language),
                also: [
                    "call": call.title(addressee.language),
                    "round": programme.texts["round.\(round)", addressee.language],
                ].merging(told) { $1 }, about: call.id, at: now, in: connection)
        }
    }

    /// Tells a judge that a review may be changed again, and why.
    private func tell(
        _ reopening: JudgingNews.Reopening, at now: Instant, in connection: Connection
    ) throws {
        guard let addressee = try connection.person(reopening.judge)?.addressee else { return }
        let dossier = reopening.dossier
        let office = try organisationSummaries([dossier.call.organisation], in: connection).first
        let link = links.address(.review(reopening.round, dossier.submission.id))
        try send(
            .reviewReopened, to: addressee, link: link, organisation: office?.name(addressee.language),
            also: [
                "call": dossier.call.title(addressee.language),
                "round": dossier.programme.texts["round.\(reopening.round)", addressee.language],
                "number": dossier.submission.number ?? "", "reason": reopening.reason,
            ], about: dossier.call.id, at: now, in: connection)
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
