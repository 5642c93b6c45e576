import SalaAnalysis

extension Rational {
    /// In decimals, exactly where nine digits after the point can hold it, otherwise to four with `≈` before
    /// them.
    var text: String {
        var power = 1
        for places in 0...9 {
            if power.isMultiple(of: denominator) { return rounded(places: places).description }
            power *= 10
        }
        return "≈ \(rounded(places: 4))"
    }
}
