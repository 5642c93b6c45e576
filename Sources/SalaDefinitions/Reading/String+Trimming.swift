extension StringProtocol {
    /// Without white space at both ends.
    func trimmingSpaces() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Without the full stop at the end, so that the words can stand inside a longer line.
    func trimmingFullStop() -> String {
        hasSuffix(".") ? String(dropLast()) : String(self)
    }
}
