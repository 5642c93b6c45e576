import SalaEngine
public import SalaStore

extension Links {
    /// The pages of a site that people reach under that address, which has no slash at its end.
    public init(address: String) {
        self.init(
            submission: { address + Paths.submission($0) },
            start: { address + Paths.newSubmission(under: $0) })
    }
}
