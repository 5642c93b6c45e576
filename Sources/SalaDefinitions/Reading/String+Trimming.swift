extension StringProtocol {
    /// Without white space at both ends.
    func trimmingSpaces() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
