import ArgumentParser
import SalaAnalysis

/// A rounding as it is typed: `2:half-up`.
struct RoundingArgument: ExpressibleByArgument {
    var places = 2
    var rounding = Rounding.halfUp

    init() {}

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let places = Int(parts[0]), ExactDecimal.allowedPlaces.contains(places), parts.count < 3
        else { return nil }
        self.places = places
        guard parts.count == 2 else { return }
        guard let rounding = Rounding(rawValue: parts[1]) else { return nil }
        self.rounding = rounding
    }

    var defaultValueDescription: String { "\(places):\(rounding.rawValue)" }
}
