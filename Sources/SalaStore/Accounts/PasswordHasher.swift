import CSodium
import Foundation

/// Hashes passwords with argon2id on at most two threads of its own, so that neither memory nor the threads
/// of requests run out under many sign-ins at once.
public struct PasswordHasher: Sendable {
    /// What one hash costs.
    public struct Cost: Equatable, Sendable {
        public var passes: UInt64
        public var memoryBytes: Int

        public init(passes: UInt64, memoryBytes: Int) {
            self.passes = passes
            self.memoryBytes = memoryBytes
        }

        /// libsodium's limits for interactive use: 2 passes over 64 MiB.
        public static let interactive = Cost(
            passes: UInt64(crypto_pwhash_opslimit_interactive()),
            memoryBytes: crypto_pwhash_memlimit_interactive())
    }

    enum Verdict {
        case wrong
        case right
        /// Right, but hashed at another cost than now: hash it again.
        case outdated
    }

    /// The system gave no memory for a hash.
    struct Exhausted: Error {}

    private let cost: Cost
    private let threads: OperationQueue

    public init(cost: Cost = .interactive) {
        precondition(sodium_init() >= 0, "libsodium found no source of randomness")
        self.cost = cost
        threads = OperationQueue()
        threads.name = "sala.passwords"
        threads.maxConcurrentOperationCount = 2
    }

    /// The hash with its algorithm, cost and salt in it.
    func hash(_ password: String) async throws -> String {
        try await run { try hashNow(password) }
    }

    /// Whether the hash is of the password; without a hash the work is the same and the verdict is `wrong`.
    func verify(_ password: String, against hash: String?) async throws -> Verdict {
        try await run {
            guard let hash else {
                _ = try hashNow(password)
                return .wrong
            }
            let bytes = password.utf8.map(CChar.init(bitPattern:))
            guard crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0 else { return .wrong }
            let isCurrent = crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memoryBytes) == 0
            return isCurrent ? .right : .outdated
        }
    }

    private func hashNow(_ password: String) throws -> String {
        let bytes = password.utf8.map(CChar.init(bitPattern:))
        var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        guard crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), cost.passes, cost.memoryBytes) == 0 else {
            throw Exhausted()
        }
        return String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            threads.addOperation { continuation.resume(with: Result { try work() }) }
        }
    }
}
