import Foundation

extension SeededGenerator {
    /// From the standard normal distribution: the inverse of its distribution function (Wichura, Algorithm AS
    /// 241, doi 10.2307/2347330) at an even number strictly between 0 and 1.
    public mutating func nextNormal() -> Double {
        let even = (Double(next() >> 11) + 0.5) * 0x1p-53
        return SeededGenerator.quantile(even)
    }

    /// Good to about sixteen digits.
    static func quantile(_ share: Double) -> Double {
        let centred = share - 0.5
        if abs(centred) <= 0.425 {
            let square = 0.180625 - centred * centred
            return centred * ratio(square, central)
        }
        let depth = (-log(centred < 0 ? share : 1 - share)).squareRoot()
        let tail = depth <= 5 ? ratio(depth - 1.6, near) : ratio(depth - 5, far)
        return centred < 0 ? -tail : tail
    }

    private static func ratio(_ value: Double, _ polynomials: (above: [Double], below: [Double])) -> Double {
        func polynomial(_ coefficients: [Double]) -> Double {
            coefficients.reversed().reduce(0) { $0 * value + $1 }
        }
        return polynomial(polynomials.above) / polynomial(polynomials.below)
    }

    private static let central = (
        above: [
            3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4,
            2.5090809287301226727e3,
        ],
        below: [
            1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
            2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
            5.2264952788528545610e3,
        ]
    )

    private static let near = (
        above: [
            1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
            1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
            7.74545014278341407640e-4,
        ],
        below: [
            1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
            1.05075007164441684324e-9,
        ]
    )

    private static let far = (
        above: [
            6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
            2.01033439929228813265e-7,
        ],
        below: [
            1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
            2.04426310338993978564e-15,
        ]
    )
}
