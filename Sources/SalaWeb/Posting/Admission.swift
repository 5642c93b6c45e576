import Hummingbird
import SalaStore

/// Who may send something to a route, and how much of it: asked before anything of the body is read.
struct Admission: Sendable {
    /// Throws where the sender may not, or gives how much is taken.
    let limits: @Sendable (SalaContext) async throws -> PostingLimits

    init(_ limits: @escaping @Sendable (SalaContext) async throws -> PostingLimits) {
        self.limits = limits
    }

    /// Who has signed in, with a form without files.
    static let signedIn: Admission = .signedIn(taking: .form)
    /// Anybody, with the few short fields that a form about an account has.
    static let anybody: Admission = Admission { _ in .account }

    static func signedIn(taking limits: PostingLimits) -> Admission {
        Admission { context in
            _ = try context.visitor()
            return limits
        }
    }

    /// Anybody whose machine has not tried too often of late.
    static func anybody(_ site: Site, trying deed: LimitedDeed) -> Admission {
        Admission { context in
            try await site.store.demandRoom(for: deed, from: context.visit.client, at: context.visit.now)
            return .account
        }
    }
}
