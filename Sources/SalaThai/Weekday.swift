/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Codable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// True on Saturday and Sunday, when Thai offices rest.
    public var isWeekend: Bool {
        self == .saturday || self == .sunday
    }

    /// The day's full name, as in `วันจันทร์` or `Monday`.
    public func text(thai: Bool) -> String {
        let names = thai ? Self.thaiNames : Self.englishNames
        return names[rawValue - 1]
    }

    private static let thaiNames = [
        "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์",
    ]
    private static let englishNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
