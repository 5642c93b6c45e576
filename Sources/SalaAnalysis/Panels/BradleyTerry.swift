import Foundation

/// Strengths of entries from who was preferred to whom: p(a before b) = strength(a) / (strength(a) +
/// strength(b)) (Bradley and Terry, doi 10.1093/biomet/39.3-4.324), where they make the preferences
/// likeliest. A judge who prefers neither counts half for each.
struct BradleyTerry {
    /// By entry: the natural logarithm of the strength; zero on average.
    private(set) var logarithms: [Double]
    /// Not every entry was preferred, directly or by way of others, to every other, so that no strengths are
    /// likeliest (Hunter, doi 10.1214/aos/1079120141, assumption 1): each entry then also plays one draw
    /// against an entry that is not shown.
    let isRegularised: Bool
    private(set) var isConverged = false

    private let games: [Game]
    /// By entry: the games it won, a draw half.
    private let wins: [Double]

    init(_ preferences: PairwisePreferences) {
        let count = preferences.entryCount
        isRegularised = !preferences.isStronglyConnected
        var games = preferences.pairs.map { pair in
            Game(
                first: pair.first, second: pair.second,
                count: Double(pair.firsts + pair.seconds + pair.ties))
        }
        var wins = Array(repeating: 0.0, count: count)
        for pair in preferences.pairs {
            wins[pair.first] += Double(pair.firsts) + Double(pair.ties) / 2
            wins[pair.second] += Double(pair.seconds) + Double(pair.ties) / 2
        }
        if isRegularised {
            games += (0..<count).map { Game(first: $0, second: count, count: 1) }
            wins = wins.map { $0 + 0.5 } + [Double(count) / 2]
        }
        self.games = games
        self.wins = wins
        logarithms = wins.map { _ in 0 }
        climb()
        logarithms = Array(logarithms.prefix(count))
        let average = logarithms.reduce(0, +) / Double(max(1, count))
        logarithms = logarithms.map { $0 - average }
    }

    private struct Game {
        let first: Int
        let second: Int
        let count: Double
    }

    /// By Newton's steps, each halved until it leads upwards; the likelihood has one peak.
    private mutating func climb() {
        var likelihood = likelihood(logarithms)
        for _ in 0..<200 where !isConverged {
            let chances = games.map { 1 / (1 + exp(logarithms[$0.second] - logarithms[$0.first])) }
            let step = step(gradient(chances), weights: zip(games, chances).map { $0.count * $1 * (1 - $1) })
            let longest = step.map(abs).max() ?? 0
            isConverged = longest < 1e-12
            // Far from the peak a step may be much too long.
            var length = min(1, 4 / max(longest, 1))
            for _ in 0..<40 {
                let next = zip(logarithms, step).map { $0 + length * $1 }
                let reached = self.likelihood(next)
                if reached >= likelihood || longest < 1e-6 {
                    (logarithms, likelihood) = (next, reached)
                    break
                }
                length /= 2
            }
        }
    }

    private func likelihood(_ logarithms: [Double]) -> Double {
        let won = zip(wins, logarithms).reduce(0) { $0 + $1.0 * $1.1 }
        return games.reduce(won) { sum, game in
            let (one, other) = (logarithms[game.first], logarithms[game.second])
            return sum - game.count * (max(one, other) + log(1 + exp(-abs(one - other))))
        }
    }

    /// Games won beyond what the strengths expect.
    private func gradient(_ chances: [Double]) -> [Double] {
        var gradient = wins
        for (game, chance) in zip(games, chances) {
            gradient[game.first] -= game.count * chance
            gradient[game.second] -= game.count * (1 - chance)
        }
        return gradient
    }

    /// Newton's step: the graph's weighted Laplacian inverted by conjugate gradients.
    private func step(_ gradient: [Double], weights: [Double]) -> [Double] {
        var diagonal = gradient.map { _ in 1e-300 }
        for (game, weight) in zip(games, weights) {
            diagonal[game.first] += weight
            diagonal[game.second] += weight
        }
        var step = gradient.map { _ in 0.0 }
        var rest = gradient
        var direction = zip(rest, diagonal).map { $0 / $1 }
        var product = BradleyTerry.product(rest, direction)
        let start = product
        for _ in 0..<(2 * gradient.count + 50) {
            guard product > start * 1e-20 else { break }
            let image = image(direction, weights)
            let curvature = BradleyTerry.product(direction, image)
            guard curvature > 0 else { break }
            let length = product / curvature
            for entry in step.indices {
                step[entry] += length * direction[entry]
                rest[entry] -= length * image[entry]
            }
            // Nothing leads along all entries alike, so what rounding leaves there must not grow.
            let drift = rest.reduce(0, +) / Double(rest.count)
            for entry in rest.indices { rest[entry] -= drift }
            let scaled = zip(rest, diagonal).map { $0 / $1 }
            let next = BradleyTerry.product(rest, scaled)
            direction = zip(scaled, direction).map { $0 + next / product * $1 }
            product = next
        }
        return step
    }

    private func image(_ direction: [Double], _ weights: [Double]) -> [Double] {
        var image = direction.map { _ in 0.0 }
        for (game, weight) in zip(games, weights) {
            let flow = weight * (direction[game.first] - direction[game.second])
            image[game.first] += flow
            image[game.second] -= flow
        }
        return image
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension PairwisePreferences {
    /// Every entry was preferred to every other, directly or by way of others; ties count for both.
    fileprivate var isStronglyConnected: Bool {
        var below: [[Int]] = Array(repeating: [], count: entryCount)
        var above = below
        for pair in pairs {
            if pair.firsts + pair.ties > 0 {
                below[pair.first].append(pair.second)
                above[pair.second].append(pair.first)
            }
            if pair.seconds + pair.ties > 0 {
                below[pair.second].append(pair.first)
                above[pair.first].append(pair.second)
            }
        }
        return reachesAll(below) && reachesAll(above)
    }

    private func reachesAll(_ next: [[Int]]) -> Bool {
        guard entryCount > 0 else { return true }
        var seen = Array(repeating: false, count: entryCount)
        var queue = [0]
        seen[0] = true
        while let entry = queue.popLast() {
            for other in next[entry] where !seen[other] {
                seen[other] = true
                queue.append(other)
            }
        }
        return seen.allSatisfy { $0 }
    }
}
