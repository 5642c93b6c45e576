/// Makes one score of the reviews of an entry, exactly, with one rounding at the end. Scores are in per cent.
public struct Tally: Sendable {
    /// The level that one review gives under each criterion.
    public typealias Levels = [String: Int]

    /// What is judged, its weight in per cent of the whole, and the range of its levels.
    public struct Criterion: Hashable, Sendable {
        public var name: String
        public var weight: Int
        public var lowest: Int
        public var highest: Int

        public init(name: String, weight: Int, lowest: Int, highest: Int) {
            self.name = name
            self.weight = weight
            self.lowest = lowest
            self.highest = highest
        }
    }

    /// What cannot be reckoned with, and where.
    public enum Fault: Error, Hashable, Sendable {
        case noCriteria
        case duplicateCriterion(String)
        case negativeWeight(criterion: String)
        /// The weights do not add up to 100.
        case weights(total: Int)
        /// The highest level is not above the lowest, or a level is beyond a thousand million.
        case range(criterion: String)
        /// The ranges of the criteria have no common multiple up to a thousand million.
        case rangesUnlike
        case places(Int)
        case levelMissing(criterion: String)
        case levelOutside(criterion: String, level: Int)
        case unknownCriterion(String)
    }

    public let criteria: [Criterion]
    public let rule: Rule
    /// Digits after the point of the rounded score.
    public let places: Int
    public let rounding: Rounding
    /// A common multiple of the ranges: every review's score is a whole number of its parts.
    private let scale: Int

    /// Throws unless the weights add up to 100, the names differ, every range is real and the places are 0
    /// to 9.
    public init(
        criteria: [Criterion], rule: Rule, places: Int, rounding: Rounding = .halfUp
    ) throws(Fault) {
        guard ExactDecimal.allowedPlaces.contains(places) else { throw .places(places) }
        self.criteria = criteria
        self.rule = rule
        self.places = places
        self.rounding = rounding
        scale = try Tally.scale(of: criteria)
    }

    /// One review: the sum of weight × (level − lowest) / (highest − lowest).
    public func score(of levels: Levels) throws(Fault) -> Rational {
        var parts = 0
        for criterion in criteria {
            guard let level = levels[criterion.name] else { throw .levelMissing(criterion: criterion.name) }
            guard level >= criterion.lowest, level <= criterion.highest else {
                throw .levelOutside(criterion: criterion.name, level: level)
            }
            parts += criterion.weight * (level - criterion.lowest) * (scale / criterion.range)
        }
        if levels.count > criteria.count {
            let known = Set(criteria.map(\.name))
            if let stranger = levels.keys.filter({ !known.contains($0) }).min() {
                throw .unknownCriterion(stranger)
            }
        }
        return Rational(parts, over: scale)
    }

    /// The result of the reviews that were given; nil of none, because an absent review is not a zero.
    public func result(of reviews: [Levels]) throws(Fault) -> Result? {
        var scores: [Rational] = []
        for levels in reviews { scores.append(try score(of: levels)) }
        scores.sort()
        guard let minimum = scores.first, let maximum = scores.last,
            let combined = rule.combine(sorted: scores)
        else { return nil }
        var means: [String: Rational] = [:]
        for criterion in criteria {
            let levels = reviews.compactMap { $0[criterion.name] }
            means[criterion.name] = Rational.mean(of: levels.map { Rational($0) })
        }
        return Result(
            score: combined.score, rounded: combined.score.rounded(places: places, rounding),
            reviews: reviews.count,
            reviewsUsed: combined.used, criterionMeans: means, minimum: minimum, maximum: maximum)
    }
}

extension Tally.Criterion {
    fileprivate var range: Int { highest - lowest }
}

extension Tally {
    private static let limit = 1_000_000_000

    private static func scale(of criteria: [Criterion]) throws(Fault) -> Int {
        guard !criteria.isEmpty else { throw .noCriteria }
        var names: Set<String> = []
        var total = 0
        var scale = 1
        for criterion in criteria {
            let levels = -limit...limit
            guard names.insert(criterion.name).inserted else { throw .duplicateCriterion(criterion.name) }
            guard criterion.weight >= 0 else { throw .negativeWeight(criterion: criterion.name) }
            guard levels.contains(criterion.lowest), levels.contains(criterion.highest), criterion.range > 0
            else { throw .range(criterion: criterion.name) }
            total += min(criterion.weight, limit)
            scale *= Rational(criterion.range, over: scale).numerator
            guard scale <= limit else { throw .rangesUnlike }
        }
        guard total == 100 else { throw .weights(total: total) }
        return scale
    }
}
