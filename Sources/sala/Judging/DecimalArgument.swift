import ArgumentParser
import SalaAnalysis

/// A decimal as it is typed.
struct DecimalArgument: ExpressibleByArgument {
    var value: ExactDecimal

    init?(argument: String) {
        guard case .exact(let value) = ExactDecimal.reading(argument) else { return nil }
        self.value = value
    }
}
