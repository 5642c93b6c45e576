import SalaEngine
public import SalaStore

extension Links {
    /// The pages of a site that people reach under that address, which has no slash at its end.
    public init(address: String) {
        self.init { page in
            switch page {
            case .submission(let id): address + Paths.submission(id)
            case .receipt(let code): address + Paths.receipt(code)
            case .start(let call): address + Paths.newSubmission(under: call)
            case .registerEntry(let number, let call): address + Paths.registerEntry(number, in: call)
            case .judging(let call): address + Paths.judging(call)
            case .review(let round, let id): address + Paths.review(round, of: id)
            case .round(let round, let call): address + Paths.panel(round, of: call)
            }
        }
    }
}
