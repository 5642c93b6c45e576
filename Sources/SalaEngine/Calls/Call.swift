public import SalaThai

/// One organisation opening a programme for a period, with its own settings: the fold of its events.
public struct Call: Equatable, Codable, Sendable {
    /// Whether people outside the office may know of it.
    public enum State: String, Codable, Sendable {
        /// Only those who manage it see it.
        case draft
        case published
        /// It was thrown away as a draft: nobody finds it any more, and what happened to it is kept.
        case discarded
    }

    public var id: CallID
    /// The short name in addresses, such as `street-lamps-2569`.
    public var handle: String
    public var programme: String
    /// The version that new submissions are started under.
    public var version: VersionID
    /// The office that opened it.
    public var organisation: OrganisationID
    public var title: [Language: String]
    public var period: Period
    public var settings: CallSettings
    public var state: State
    /// Which of the calls it is that its office published of the programme for the year in which it opens, 1
    /// being the first; nil before it is published, and where that was before calls were counted.
    public var series: Int?
    /// When results were last released.
    public var releasedAt: Instant?
    /// When a published call that had no end was given one; nil where it had one all along, or has none.
    public var endGivenAt: Instant?
    /// Who was granted late access, in order; nil where nobody was.
    public var lateAccesses: [LateAccess]?
    /// By round, what an officer declared; nil where nobody declared anything.
    public var declaredRules: [String: DeclaredRule]?
    public var sequence: Int

    public init(
        id: CallID, handle: String, programme: String, version: VersionID, organisation: OrganisationID,
        title: [Language: String], period: Period, settings: CallSettings
    ) {
        self.id = id
        self.handle = handle
        self.programme = programme
        self.version = version
        self.organisation = organisation
        self.title = title
        self.period = period
        self.settings = settings
        state = .draft
        sequence = 0
    }

    /// Its results are out, so that it takes in nothing more whatever its period says; what was released
    /// before it had an end concludes nothing.
    public var isConcluded: Bool {
        guard let releasedAt, period.closes != nil else { return false }
        return endGivenAt.map { releasedAt > $0 } ?? true
    }

    /// The title in that language, else in another, else the handle.
    public func title(_ language: Language) -> String {
        title[language] ?? title.values.sorted().first ?? handle
    }
}

/// From the first instant that is in to the last instant that is in; without an end it never closes.
public struct Period: Hashable, Codable, Sendable {
    public var opens: Instant
    public var closes: Instant?

    public init(opens: Instant, closes: Instant?) {
        self.opens = opens
        self.closes = closes
    }

    /// Both ends are whole seconds: any moment of the closing second is still in, the next second is out.
    public func contains(_ now: Instant) -> Bool {
        now >= opens && closes.map { now < $0.adding(seconds: 1) } ?? true
    }
}

/// What a call decides for itself.
public struct CallSettings: Hashable, Codable, Sendable {
    /// By the setting's name; a missing one has the programme's standard.
    public var numbers: [String: Int]
    /// Weights in per cent by round and criterion; a missing round has the programme's.
    public var weights: [String: [String: Int]]
    /// Where anybody may ask the office about the call: a telephone number, an address; nil where it gives
    /// none.
    public var contact: String?

    public init(
        numbers: [String: Int] = [:], weights: [String: [String: Int]] = [:], contact: String? = nil
    ) {
        self.numbers = numbers
        self.weights = weights
        self.contact = contact
    }

    /// The number that holds for this call.
    public func number(_ name: String, of programme: Programme) -> Int {
        numbers[name] ?? programme.settings.first { $0.name == name }?.standard ?? 0
    }

    /// The weights in per cent that hold for this call's round.
    public func weights(of round: Round) -> [String: Int] {
        weights[round.name] ?? Dictionary(uniqueKeysWithValues: round.criteria.map { ($0.name, $0.weight) })
    }
}
