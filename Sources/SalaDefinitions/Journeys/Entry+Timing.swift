import SalaEngine
import SalaThai

extension Entry {
    /// A time in Bangkok such as `2021-07-31T23:59:59`, or a day for its first moment.
    func instant() -> Instant? {
        let parts = (scalar ?? "").split(separator: "T", maxSplits: 1).map(String.init)
        if let day = parts.first.flatMap({ LocalDate(iso: $0) }) {
            if parts.count == 1 { return day.startOfDay }
            if let time = LocalTime(typed: parts[1]) { return day.instant(at: time) }
        }
        fault("`\(path)` is no time", "write it such as `2021-07-31T23:59:59`, which is the time in Bangkok")
        return nil
    }
}
