import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// Tells each judge once for a round how many reviews are asked for no more because of a conflict of
    /// interest that somebody else found: of which entries it says nothing, and in a blind round not even
    /// that there is a conflict, which would say who entered.
    func tellTakenOff(
        _ news: JudgingNews, under call: Call, of programme: Programme, at now: Instant,
        in connection: Connection
    ) throws {
        guard !news.takenOff.isEmpty else { return }
        let office = try organisationSummaries([call.organisation], in: connection).first
        let judges = news.takenOff.keys.map(\.uuid).sorted()
        let rows = try connection.rows(
            "select id, email, name, language from person where id in \(list: judges) order by id")
        for judge in try rows.map({ try $0.addressee() }) {
            let rounds = news.takenOff[judge.person, default: [:]].sorted { $0.key < $1.key }
            for (round, all) in rounds {
                let isBlind = programme.round(round)?.blind != nil
                try send(
                    .reviewsAdjusted, to: judge, link: links.address(.judging(call: call.handle)),
                    organisation: office?.name(judge.language),
                    also: [
                        "call": call.title(judge.language),
                        "round": programme.texts["round.\(round)", judge.language],
                        "count": Digits.grouped(all.count), "conflict": isBlind ? "" : "yes",
                    ], about: call.id, at: now, in: connection)
            }
        }
    }

    /// Tells those who assign which judge the record showed in conflict with what, but who has a stake in it.
    func tellConflictsFound(
        _ conflicts: [JudgingNews.FoundConflict], at now: Instant, in connection: Connection
    ) throws {
        for found in conflicts {
            let (call, programme) = (found.dossier.call, found.dossier.programme)
            let office = try organisationSummaries([call.organisation], in: connection).first
            guard let judge = try connection.person(found.judge)?.addressee else { continue }
            for addressee in try addressees(.roles(found.roles), found.dossier, connection)
            where addressee.person != found.judge {
                let actor = try actor(addressee.person, in: call, of: programme, connection)
                guard !actor.hasStake(in: found.dossier.submission) else { continue }
                try send(
                    .conflictFound, to: addressee,
                    link: links.address(.round(found.round, call: call.handle)),
                    organisation: office?.name(addressee.language),
                    also: [
                        "call": call.title(addressee.language), "judge": judge.name,
                        "round": programme.texts["round.\(found.round)", addressee.language],
                        "number": found.dossier.submission.number ?? "",
                        "filer": found.dossier.organisation?.placedName(addressee.language) ?? "",
                        "province": found.ground == .sameProvince ? "yes" : "",
                    ], about: call.id, at: now, in: connection)
            }
        }
    }
}
