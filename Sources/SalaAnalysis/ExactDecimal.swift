/// A decimal number with a declared number of digits after the point, as it is printed: 83.33 is 8333 units
/// of two places.
public struct ExactDecimal: Sendable {
    public let units: Int
    /// Digits after the point, 0 to 18.
    public let places: Int

    public init(units: Int, places: Int) {
        precondition(ExactDecimal.storedPlaces.contains(places), "0 to 18 digits after the point")
        self.units = units
        self.places = places
    }

    /// How many digits after the point a rounded result can be asked to have.
    public static let allowedPlaces = 0...9
    /// How many digits after the point there can be.
    public static let storedPlaces = 0...18

    public var rational: Rational { Rational(units, over: ExactDecimal.power(of: places)) }

    static func power(of places: Int) -> Int {
        precondition(storedPlaces.contains(places), "0 to 18 digits after the point")
        return (0..<places).reduce(1) { power, _ in power * 10 }
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// All declared digits in ASCII with a point: "83.30", "-0.05", "100".
    public var description: String {
        let sign = units < 0 ? "-" : ""
        let digits = String(units.magnitude)
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

extension ExactDecimal: Hashable, Comparable {
    /// By value: 83.3 equals 83.30.
    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.scaled(beside: right) == right.scaled(beside: left)
    }

    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.scaled(beside: right) < right.scaled(beside: left)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rational)
    }

    private func scaled(beside other: ExactDecimal) -> Int128 {
        Int128(units) * Int128(ExactDecimal.power(of: max(places, other.places) - places))
    }
}
