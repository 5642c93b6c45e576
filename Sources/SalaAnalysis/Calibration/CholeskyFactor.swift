import Foundation

/// The lower triangle L of a symmetric positive definite matrix A = L Lᵀ (Golub and Van Loan, Matrix
/// Computations, section 4.2).
struct CholeskyFactor {
    let count: Int
    /// Row by row, with zeros above the diagonal.
    private var lower: [Double]

    /// Nil when the matrix, row by row, is not positive definite.
    init?(_ matrix: [Double], count: Int) {
        self.count = count
        var lower = matrix
        for row in 0..<count {
            for column in 0...row {
                let rest =
                    lower[row * count + column]
                    - CholeskyFactor.product(lower, row * count, column * count, column)
                if row == column {
                    guard rest > 0 else { return nil }
                    lower[row * count + column] = rest.squareRoot()
                } else {
                    lower[row * count + column] = rest / lower[column * count + column]
                }
            }
            for column in (row + 1)..<max(count, row + 1) { lower[row * count + column] = 0 }
        }
        self.lower = lower
    }

    /// The logarithm of the matrix's determinant.
    var logarithmOfDeterminant: Double {
        2 * (0..<count).reduce(0) { $0 + log(lower[$1 * count + $1]) }
    }

    /// x with A x = b.
    func solve(_ vector: [Double]) -> [Double] {
        var solution = vector
        for row in 0..<count {
            var rest = solution[row]
            for column in 0..<row { rest -= lower[row * count + column] * solution[column] }
            solution[row] = rest / lower[row * count + row]
        }
        return solveUpper(solution)
    }

    /// x with Lᵀ x = b: of independent standard normal numbers it makes ones with the covariance A⁻¹.
    func solveUpper(_ vector: [Double]) -> [Double] {
        var solution = vector
        for row in (0..<count).reversed() {
            solution[row] /= lower[row * count + row]
            let value = solution[row]
            for column in 0..<row { solution[column] -= lower[row * count + column] * value }
        }
        return solution
    }

    /// The inverse of A, row by row.
    var inverse: [Double] {
        var inverse: [Double] = []
        for column in 0..<count {
            var unit = Array(repeating: 0.0, count: count)
            unit[column] = 1
            inverse += solve(unit)
        }
        return inverse
    }

    /// Of the first numbers of two rows; in four sums, because one alone waits for itself.
    private static func product(_ values: [Double], _ left: Int, _ right: Int, _ count: Int) -> Double {
        values.withUnsafeBufferPointer { values in
            var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
            var place = 0
            while place + 4 <= count {
                first += values[left + place] * values[right + place]
                second += values[left + place + 1] * values[right + place + 1]
                third += values[left + place + 2] * values[right + place + 2]
                fourth += values[left + place + 3] * values[right + place + 3]
                place += 4
            }
            while place < count {
                first += values[left + place] * values[right + place]
                place += 1
            }
            return (first + second) + (third + fourth)
        }
    }
}
