import Foundation

extension Expression.Function {
    /// Numbers.
    static let reckoning: [Expression.Function] = [
        .init("number", 1...1) { .number($0.number(0)) },
        .init("int", 1...1) { .number($0.number(0).rounded(.towardZero)) },
        .init("round", 1...2) { .number(rounded($0.number(0), places: $0.count == 2 ? $0.number(1) : 0)) },
        .init("abs", 1...1) { .number($0.number(0).magnitude) },
        .init("pow", 2...2) { .number(Foundation.pow($0.number(0), $0.number(1))) },
        .init("sum", 1...1) { .number($0.nodes(from: 0).reduce(0) { $0 + $1.number }) },
        // Unlike a node of XForms, an unanswered question is absent: it counts nothing.
        .init("count", 1...1) { .number(Double($0.nodes(from: 0).filter { !$0.string.isEmpty }.count)) },
        .init("min", 1...endless) { .number(extreme($0.nodes(from: 0), <)) },
        .init("max", 1...endless) { .number(extreme($0.nodes(from: 0), >)) },
    ]

    /// XPath 3.0's fn:min and fn:max: NaN if any value is NaN or there is none.
    private static func extreme(
        _ values: [Expression.Value], _ precedes: (Double, Double) -> Bool
    ) -> Double {
        let numbers = values.map(\.number)
        guard let first = numbers.first, !numbers.contains(where: \.isNaN) else { return .nan }
        return numbers.dropFirst().reduce(first) { precedes($1, $0) ? $1 : $0 }
    }

    /// XPath 1.0's round: halves go up; on the digits that people see, so that 1.005 to two places is 1.01.
    private static func rounded(_ number: Double, places: Double) -> Double {
        guard number.isFinite, places.magnitude <= 15 else { return places.isNaN ? .nan : number }
        guard var exact = Decimal(string: Expression.Value.number(number).string) else { return number }
        var result = Decimal()
        let scale = Int(places.rounded(.towardZero))
        NSDecimalRound(&result, &exact, scale, .plain)
        let half = Decimal(sign: .plus, exponent: -scale - 1, significand: 5)
        // Foundation's plain rounding takes negative halves away from zero, XPath takes them up.
        if exact < 0, exact - result == half { result += 2 * half }
        return Double(NSDecimalNumber(decimal: result).stringValue) ?? number
    }
}
