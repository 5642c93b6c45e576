extension Instant {
    /// ISO 8601 in UTC to the second, as in `2021-07-12T09:30:00Z`.
    public var iso: String {
        let date = LocalDate(daysSince1970: Int(seconds.dividedDown(by: 86_400)))
        let time = Instant.time(ofSeconds: seconds)
        return "\(date.iso)T\(time.text):\(Digits.padded(time.second, to: 2))Z"
    }

    /// Reads `yyyy-mm-ddThh:mm`, with seconds and a fraction of up to nine digits or without, and `Z`,
    /// `+07:00` or another offset after it; a text without an offset is Bangkok's time, as browsers send
    /// it.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard (16...40).contains(bytes.count), "T ".utf8.contains(bytes[10]),
            let date = LocalDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
        else { return nil }
        let rest = String(decoding: bytes[11...], as: UTF8.self)
        let zoneStart = rest.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? rest.endIndex
        guard let clock = Clock(rest[..<zoneStart]), let offset = Instant.offset(rest[zoneStart...])
        else { return nil }
        let seconds = Int64(date.daysSince1970) * 86_400 + Int64(clock.time.secondOfDay) - offset
        microseconds = seconds * 1_000_000 + clock.microseconds
    }

    private struct Clock {
        var time: LocalTime
        var microseconds: Int64 = 0

        init?(_ text: Substring) {
            let halves = text.split(separator: ".", omittingEmptySubsequences: false)
            let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Digits.number(String($0), widths: 2...2) }
            guard (2...3).contains(parts.count), numbers.count == parts.count, halves.count <= 2
            else { return nil }
            let second = numbers.count == 3 ? numbers[2] : 0
            guard let time = LocalTime(hour: numbers[0], minute: numbers[1], second: second)
            else { return nil }
            self.time = time
            guard halves.count == 2 else { return }
            let fraction = String(halves[1])
            guard parts.count == 3, Digits.number(fraction, widths: 1...9) != nil else { return nil }
            let padded = (fraction + "000000").prefix(6)
            microseconds = Int64(padded) ?? 0
        }
    }

    private static func offset(_ text: Substring) -> Int64? {
        if text.isEmpty { return bangkokOffsetSeconds }
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard text.first != "Z", parts.count == 2, let hours = Digits.number(String(parts[0]), widths: 2...2),
            let minutes = Digits.number(String(parts[1]), widths: 2...2), hours <= 14, minutes <= 59
        else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return text.first == "-" ? -seconds : seconds
    }
}
