import SalaAnalysis
import SalaDatabase
public import SalaEngine

/// What whoever leads a round looks at before deciding: how sure the scores are, where judges disagree,
/// who is harsh, and what is still to come.
public struct ChairReport: Sendable {
    /// How sure an entry's place is.
    public struct Certainty: Sendable {
        /// What a judge of average harshness would be expected to give, in per cent.
        public var calibrated: Double
        public var standardError: Double
        /// From 0 to 1, to be among those selected.
        public var chance: Double
        /// The chance lies between the bounds of the grey zone.
        public var isGrey: Bool

        /// The middle 95 per cent of what the quality may be.
        public var interval: ClosedRange<Double> {
            calibrated - 1.96 * standardError...calibrated + 1.96 * standardError
        }
    }

    /// One judge of the round.
    public struct Judge: Sendable {
        public var load: JudgeLoad
        /// The mean of the given scores, in per cent; nil without one.
        public var mean: Double?
        /// Points above what judges give on average, harsh below zero; nil where it cannot be told.
        public var offset: Double?
        public var standardError: Double?
    }

    public var ranking: RoundRanking
    /// By entry with a score that the person may see; empty where the scores fall into parts.
    public var certainties: [SubmissionID: Certainty]
    /// Harshest first, then those of whom that cannot be told by name.
    public var judges: [Judge]
    /// Reviews given and asked for.
    public var given: Int
    public var open: Int
    /// How often the chances were drawn.
    public var draws: Int
    /// The scores fall into so many parts that no chain of reviews connects.
    public var partCount: Int
    /// Nobody judges in the round any more.
    public var isClosed: Bool
    /// The person asks for further reviews.
    public var asksFurther: Bool

    /// Those in the grey zone that still rest in the round and are undecided, best first.
    public var grey: [RankedEntry] {
        ranking.waiting.filter { certainties[$0.submission.id]?.isGrey == true && $0.submission.held == nil }
    }

    /// Those with two reviews or more in which judges differ, most first, at most so many.
    public func disputed(upTo limit: Int) -> [RankedEntry] {
        let spreads = ranking.entries.compactMap { entry -> (entry: RankedEntry, spread: Rational)? in
            guard let spread = entry.result?.spread, spread > 0 else { return nil }
            return (entry, spread)
        }
        // The sort is stable only by the places it is given.
        let order = spreads.indices.sorted { left, right in
            spreads[left].spread == spreads[right].spread
                ? left < right : spreads[left].spread > spreads[right].spread
        }
        return order.prefix(limit).map { spreads[$0].entry }
    }

    /// The place in `ranking.entries` after which nothing is selected; nil where the cut falls on none.
    public var cut: Int? {
        let ranked = ranking.entries.count { $0.rank != nil }
        return ranking.places > 0 && ranked > ranking.places ? ranking.places : nil
    }
}

extension Store {
    /// What the chair of a round looks at, for those who may read its ranking.
    ///
    /// The rows are read in one transaction; what takes long is reckoned after it, beside the readers.
    public func chairReport(
        _ handle: String, round name: String, for person: PersonID
    ) async throws -> ChairReport {
        let (ranking, loads, isClosed) = try await database.read {
            connection -> (RoundRanking, [JudgeLoad], Bool) in
            let view = try callView(handle, for: person, in: connection)
            let ranking = try self.ranking(view, name, connection)
            let closing = try connection.closing(of: ranking.round, in: view.programme, under: view.call.id)
            return (
                ranking, try judges(of: ranking.round, Scope(view), connection), !closing.isEmpty
            )
        }
        let scores = Store.scores(of: ranking.entries.map(\.submission.id), in: ranking.given)
        let calibration = await reckoned.calibrating(scores, top: ranking.places)
        return ChairReport(
            ranking, loads, scores, calibration, isClosed: isClosed,
            asksFurther: ranking.view.actor.asksFurther(name, in: ranking.view.programme))
    }
}

extension ChairReport {
    fileprivate init(
        _ ranking: RoundRanking, _ loads: [JudgeLoad], _ scores: [ReckonedRounds.Score],
        _ calibration: ReckonedRounds.Calibrated?, isClosed: Bool, asksFurther: Bool
    ) {
        let grey = ranking.round.grey
        let known = Set(ranking.entries.filter { !$0.isOwn }.map(\.submission.id))
        let certainties = (calibration?.entries ?? []).filter { known.contains($0.entry) }.map { entry in
            (
                entry.entry,
                Certainty(
                    calibrated: entry.calibrated, standardError: entry.standardError,
                    chance: entry.probabilityInTop,
                    isGrey: entry.probabilityInTop * 100 >= Double(grey.lowerBound)
                        && entry.probabilityInTop * 100 <= Double(grey.upperBound))
            )
        }
        let offsets = Dictionary(
            uniqueKeysWithValues: (calibration?.judges ?? []).map { ($0.judge, $0) })
        let byJudge = Dictionary(grouping: scores, by: \.judge)
        let judges = loads.map { load in
            let scores = byJudge[load.person, default: []].map(\.score)
            let offset = offsets[load.person]
            return Judge(
                load: load, mean: JudgeStanding(scores)?.mean, offset: offset?.offset,
                standardError: offset?.standardError)
        }
        self.init(
            ranking: ranking, certainties: Dictionary(uniqueKeysWithValues: certainties),
            judges: judges.sorted {
                ($0.offset ?? .infinity, $0.load.name) < ($1.offset ?? .infinity, $1.load.name)
            }, given: loads.map(\.given).reduce(0, +), open: loads.map(\.open).reduce(0, +),
            draws: ReckonedRounds.draws(entries: Set(scores.map(\.entry)).count),
            partCount: scores.isEmpty ? 0 : (calibration == nil ? JudgingGraph(scores).parts.count : 1),
            isClosed: isClosed, asksFurther: asksFurther)
    }
}
