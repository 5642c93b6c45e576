extension Int {
    /// `1 judge`, `2 judges`.
    func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
