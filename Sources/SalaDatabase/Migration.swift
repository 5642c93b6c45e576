/// A numbered step from one shape of the database to the next; once released it never changes.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    let script: String

    /// Numbers begin at 1 and give the order; the script may hold several statements.
    public init(_ number: Int, _ name: String, _ script: String) {
        precondition(number > 0, "migration \(name) needs a number above 0")
        self.number = number
        self.name = name
        self.script = script
    }
}
