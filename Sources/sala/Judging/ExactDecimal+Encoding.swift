import Foundation
import SalaAnalysis

extension ExactDecimal {
    /// For JSON: a number with exactly these digits.
    var decimal: Decimal {
        Decimal(
            sign: units < 0 ? .minus : .plus, exponent: -places,
            significand: Decimal(UInt64(units.magnitude)))
    }
}
