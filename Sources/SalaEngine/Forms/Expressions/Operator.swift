import Foundation

extension Expression {
    /// XPath 1.0's operators between two values.
    enum Operator: String {
        case or, and
        case equal = "="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case more = ">"
        case atLeast = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case div, mod

        /// From the loosest to the tightest; operators of one level associate to the left.
        static let levels: [Set<Operator>] = [
            [.or], [.and], [.equal, .unequal], [.less, .atMost, .more, .atLeast], [.plus, .minus],
            [.times, .div, .mod],
        ]

    }
}

extension Expression.Operator {
    /// The right side is a closure because `and` and `or` look at it only where it matters.
    func apply(to left: Expression.Value, _ right: () -> Expression.Value) -> Expression.Value {
        switch self {
        case .or: .boolean(left.boolean || right().boolean)
        case .and: .boolean(left.boolean && right().boolean)
        case .equal: .boolean(Self.areEqual(left, right()))
        case .unequal: .boolean(!Self.areEqual(left, right()))
        case .less: .boolean(left.number < right().number)
        case .atMost: .boolean(left.number <= right().number)
        case .more: .boolean(left.number > right().number)
        case .atLeast: .boolean(left.number >= right().number)
        case .plus: .number(left.number + right().number)
        case .minus: .number(left.number - right().number)
        case .times: .number(left.number * right().number)
        case .div: .number(left.number / right().number)
        // XPath's remainder takes the sign of the dividend, as C's does.
        case .mod: .number(fmod(left.number, right().number))
        }
    }

    /// XPath 1.0, section 3.4: as booleans if one is a boolean, else as numbers if one is, else as texts.
    private static func areEqual(_ left: Expression.Value, _ right: Expression.Value) -> Bool {
        switch (left, right) {
        case (.boolean, _), (_, .boolean): left.boolean == right.boolean
        case (.number, _), (_, .number): left.number == right.number
        default: left.string == right.string
        }
    }
}
