extension Rational {
    /// The exact arithmetic mean; nil of nothing.
    public static func mean(of values: some Collection<Rational>) -> Rational? {
        guard !values.isEmpty else { return nil }
        return values.reduce(0, +) / Rational(values.count)
    }

    /// The middle value, or the mean of the two middle values of an even number; nil of nothing.
    public static func median(of values: some Collection<Rational>) -> Rational? {
        guard !values.isEmpty else { return nil }
        let ordered = values.sorted()
        return mean(of: ordered[(ordered.count - 1) / 2...ordered.count / 2])
    }
}
