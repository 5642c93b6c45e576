/// What a rule makes of an entry: an exact fraction. Values that are no fractions, as roots and logarithms,
/// are taken to twelve digits after the point, so that rounding and ranking them does not depend on the last
/// bits.
struct PanelValue: Comparable, Hashable {
    let numerator: Int128
    /// One or more.
    let denominator: Int128

    init(_ numerator: Int128, over denominator: Int128) {
        var divisor = denominator.magnitude
        var rest = numerator.magnitude
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        self.numerator = numerator / Int128(divisor)
        self.denominator = denominator / Int128(divisor)
    }

    init(_ value: Double) {
        let unit: Int128 = 1_000_000_000_000
        self.init(Int128((value * Double(unit)).rounded()), over: unit)
    }

    func rounded(places: Int, _ rounding: Rounding) -> ExactDecimal {
        ExactDecimal(rounding: numerator, over: denominator, places: places, rounding)
    }

    /// Whole parts first: the products of whole fractions would not fit.
    static func < (left: PanelValue, right: PanelValue) -> Bool {
        let (one, other) = (left.parts, right.parts)
        if one.whole != other.whole { return one.whole < other.whole }
        let product = one.rest.multipliedFullWidth(by: right.denominator.magnitude)
        let counterpart = other.rest.multipliedFullWidth(by: left.denominator.magnitude)
        return (product.high, product.low) < (counterpart.high, counterpart.low)
    }

    /// The whole number below, and the rest over the denominator.
    private var parts: (whole: Int128, rest: UInt128) {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? (quotient - 1, (rest + denominator).magnitude) : (quotient, rest.magnitude)
    }
}
