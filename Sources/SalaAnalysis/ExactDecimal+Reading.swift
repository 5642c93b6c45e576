extension ExactDecimal {
    /// What a written number comes to.
    public enum Reading: Hashable, Sendable {
        case exact(ExactDecimal)
        /// It has more digits than can be kept: the nearest that can be, halves away from zero.
        case rounded(ExactDecimal)
        /// A thousand million or more, either side of zero.
        case beyond
        case notANumber
    }

    /// Reads a number as programs write it: digits with a point among them or not, a sign before them, an
    /// exponent of ten behind them. Eighteen digits are kept, and eighteen after the point.
    public static func reading(_ text: String) -> Reading {
        var scan = DecimalScan()
        for byte in text.utf8 where !scan.take(byte) { return .notANumber }
        return scan.reading
    }
}

/// Reads a number byte by byte.
private struct DecimalScan {
    private enum Place {
        case start, whole, fraction, exponentStart, exponentSign, exponent
    }

    private var place = Place.start
    private var isNegative = false
    private var digits = 0
    private var digitCount = 0
    private var hasDigits = false
    private var isExact = true
    /// Whether the first digit that is not kept rounds up.
    private var roundsUp = false
    private var scale = 0
    private var exponent = 0
    private var exponentIsNegative = false

    mutating func take(_ byte: UInt8) -> Bool {
        switch (place, byte) {
        case (.start, UInt8(ascii: "-")), (.start, UInt8(ascii: "+")):
            isNegative = byte == UInt8(ascii: "-")
            place = .whole
        case (.start, UInt8(ascii: ".")), (.whole, UInt8(ascii: ".")): place = .fraction
        case (.start, UInt8(ascii: "0")...UInt8(ascii: "9")), (.whole, UInt8(ascii: "0")...UInt8(ascii: "9")):
            place = .whole
            keep(Int(byte - UInt8(ascii: "0")), isFraction: false)
        case (.fraction, UInt8(ascii: "0")...UInt8(ascii: "9")):
            keep(Int(byte - UInt8(ascii: "0")), isFraction: true)
        case (.whole, UInt8(ascii: "e")), (.whole, UInt8(ascii: "E")),
            (.fraction, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "E")):
            guard hasDigits else { return false }
            place = .exponentStart
        case (.exponentStart, UInt8(ascii: "-")), (.exponentStart, UInt8(ascii: "+")):
            exponentIsNegative = byte == UInt8(ascii: "-")
            place = .exponentSign
        case (.exponentStart, UInt8(ascii: "0")...UInt8(ascii: "9")),
            (.exponentSign, UInt8(ascii: "0")...UInt8(ascii: "9")),
            (.exponent, UInt8(ascii: "0")...UInt8(ascii: "9")):
            place = .exponent
            exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
        default: return false
        }
        return true
    }

    private mutating func keep(_ digit: Int, isFraction: Bool) {
        hasDigits = true
        guard digitCount < 18 else {
            // The digits kept stand so many places higher.
            if !isFraction { scale += 1 }
            if digitCount == 18 { roundsUp = digit >= 5 }
            digitCount += 1
            isExact = isExact && digit == 0
            return
        }
        if isFraction { scale -= 1 }
        digits = digits * 10 + digit
        if digits > 0 { digitCount += 1 }
    }

    var reading: ExactDecimal.Reading {
        let isWhole = [.whole, .fraction, .exponent].contains(place) && hasDigits
        guard isWhole else { return .notANumber }
        var (units, places, exact) = (digits + (roundsUp ? 1 : 0), -scale, isExact)
        places -= exponentIsNegative ? -exponent : exponent
        while places > 0, units != 0, units.isMultiple(of: 10) { (units, places) = (units / 10, places - 1) }
        if units == 0 {
            return exact ? .exact(.init(units: 0, places: 0)) : .rounded(.init(units: 0, places: 0))
        }
        while places > 18 {
            let half = places == 19 ? 5 : 0
            exact = exact && units.isMultiple(of: 10)
            (units, places) = ((units + half) / 10, places - 1)
            if units == 0 { return .rounded(.init(units: 0, places: 0)) }
        }
        while places < 0 {
            guard units < 1_000_000_000 else { return .beyond }
            (units, places) = (units * 10, places + 1)
        }
        let value = ExactDecimal(units: isNegative ? -units : units, places: places)
        guard ExactDecimal(units: units, places: places) < ExactDecimal(units: 1_000_000_000, places: 0)
        else {
            return .beyond
        }
        return exact ? .exact(value) : .rounded(value)
    }
}
