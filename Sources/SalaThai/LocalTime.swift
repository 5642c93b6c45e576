/// A time of day on Bangkok's clock, to the second.
public struct LocalTime: Hashable, Comparable, Sendable {
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// Nil unless the clock shows it: 00:00:00 to 23:59:59.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Reads a time as people type it: `16:30`, `16.30 น.`, `๑๖:๓๐`, `16:30:15`.
    public init?(typed text: String) {
        var digits = Digits.ascii(text).filter { !$0.isWhitespace }
        if digits.hasSuffix(".") { digits.removeLast() }
        if digits.hasSuffix("น") { digits.removeLast() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        let numbers = parts.compactMap { Digits.number(String($0), widths: 1...2) }
        guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
        self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    }

    /// Hours and minutes, as in `08:05`.
    public var text: String {
        "\(Digits.padded(hour, to: 2)):\(Digits.padded(minute, to: 2))"
    }

    var secondOfDay: Int {
        hour * 3600 + minute * 60 + second
    }

    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.secondOfDay < right.secondOfDay
    }
}
