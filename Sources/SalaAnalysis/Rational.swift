/// An exact fraction in lowest terms. A result that does not fit 64 bits stops the program; it is never
/// rounded.
public struct Rational: Hashable, Comparable, Sendable {
    public let numerator: Int
    /// One or more.
    public let denominator: Int

    /// `numerator / denominator`; the denominator may not be zero.
    public init(_ numerator: Int, over denominator: Int = 1) {
        self.init(reducing: Int128(numerator), over: Int128(denominator))
    }

    private init(reducing numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction over zero")
        var divisor = denominator.magnitude
        var rest = numerator.magnitude
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        let signed = denominator < 0 ? -Int128(divisor) : Int128(divisor)
        guard let top = Int(exactly: numerator / signed), let bottom = Int(exactly: denominator / signed)
        else {
            preconditionFailure("a fraction outside 64 bits")
        }
        self.numerator = top
        self.denominator = bottom
    }

    public static func + (left: Rational, right: Rational) -> Rational {
        Rational(
            reducing: left.wideNumerator * right.wideDenominator + right.wideNumerator * left.wideDenominator,
            over: left.wideDenominator * right.wideDenominator)
    }

    public static func - (left: Rational, right: Rational) -> Rational {
        Rational(
            reducing: left.wideNumerator * right.wideDenominator - right.wideNumerator * left.wideDenominator,
            over: left.wideDenominator * right.wideDenominator)
    }

    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(
            reducing: left.wideNumerator * right.wideNumerator,
            over: left.wideDenominator * right.wideDenominator)
    }

    /// The right side may not be zero.
    public static func / (left: Rational, right: Rational) -> Rational {
        Rational(
            reducing: left.wideNumerator * right.wideDenominator,
            over: left.wideDenominator * right.wideNumerator)
    }

    public static func < (left: Rational, right: Rational) -> Bool {
        left.wideNumerator * right.wideDenominator < right.wideNumerator * left.wideDenominator
    }

    /// The nearest decimal with that many digits after the point (0 to 9), halves away from zero unless
    /// another rounding is named.
    public func rounded(places: Int, _ rounding: Rounding = .halfUp) -> ExactDecimal {
        ExactDecimal(rounding: wideNumerator, over: wideDenominator, places: places, rounding)
    }

    /// The nearest Double: to place a mark in a drawing, never to compare or to add up.
    public var approximation: Double { Double(numerator) / Double(denominator) }

    private var wideNumerator: Int128 { Int128(numerator) }
    private var wideDenominator: Int128 { Int128(denominator) }
}

extension Rational: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}
