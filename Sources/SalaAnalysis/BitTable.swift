/// Rows of yes and no, read 64 columns at a time.
struct BitTable {
    let wordsPerRow: Int
    private var words: [UInt64]

    init(rows: Int, columns: Int, filled: Bool = false) {
        wordsPerRow = (columns + 63) / 64
        words = Array(repeating: filled ? .max : 0, count: rows * wordsPerRow)
        guard filled, columns & 63 != 0 else { return }
        for row in 0..<rows { words[(row + 1) * wordsPerRow - 1] = (1 << UInt64(columns & 63)) - 1 }
    }

    subscript(row: Int, column: Int) -> Bool {
        get { words[row * wordsPerRow + (column >> 6)] & (1 << UInt64(column & 63)) != 0 }
        set {
            let bit: UInt64 = 1 << UInt64(column & 63)
            if newValue {
                words[row * wordsPerRow + (column >> 6)] |= bit
            } else {
                words[row * wordsPerRow + (column >> 6)] &= ~bit
            }
        }
    }

    /// Columns `64 * index` to `64 * index + 63` of a row, the first in the lowest bit.
    func word(_ row: Int, _ index: Int) -> UInt64 { words[row * wordsPerRow + index] }

    func count(row: Int) -> Int {
        (0..<wordsPerRow).reduce(0) { $0 + word(row, $1).nonzeroBitCount }
    }
}
