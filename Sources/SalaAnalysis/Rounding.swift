/// What becomes of a value half way between two decimals.
public enum Rounding: String, CaseIterable, Sendable {
    /// Away from zero: 0.125 becomes 0.13 and -0.125 becomes -0.13.
    case halfUp = "half-up"
    /// To the even neighbour: 0.125 becomes 0.12 and 0.135 becomes 0.14.
    case halfEven = "half-even"
}

extension ExactDecimal {
    /// The decimal nearest to a fraction, of 0 to 9 digits after the point. The whole part is to fit 64 bits
    /// with those digits; the denominator is above zero and below 10^28.
    init(rounding numerator: Int128, over denominator: Int128, places: Int, _ rounding: Rounding) {
        let power = Int128(ExactDecimal.power(of: places))
        let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
        let (part, left) = (rest * power.magnitude).quotientAndRemainder(dividingBy: denominator.magnitude)
        var units = Int128(whole) * power + Int128(part)
        let twice = 2 * left
        let isUp =
            switch rounding {
            case .halfUp: twice >= denominator.magnitude
            case .halfEven:
                twice > denominator.magnitude || (twice == denominator.magnitude && units % 2 != 0)
            }
        if isUp { units += 1 }
        guard let exact = Int(exactly: numerator < 0 ? -units : units) else {
            preconditionFailure("a decimal outside 64 bits")
        }
        self.init(units: exact, places: places)
    }
}
