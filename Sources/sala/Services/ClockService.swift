import Logging
import SalaStore
import SalaThai
import ServiceLifecycle

/// Lets the clocks of submissions that have run out have their effect, every few seconds, and clears away
/// what accounts leave behind, every hour.
struct ClockService: Service {
    let store: Store
    let clock: @Sendable () -> Instant
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var purged = clock().adding(seconds: -3600)
            while !Task.isCancelled {
                do {
                    let moved = try await store.fallDue(at: clock())
                    if moved > 0 { logger.info("clocks ran out", metadata: ["submissions": "\(moved)"]) }
                    if clock() >= purged.adding(seconds: 3600) {
                        try await store.purgeAccounts(at: clock())
                        purged = clock()
                    }
                } catch {
                    logger.error("clocks", metadata: ["error": "\(Logger.words(for: error))"])
                }
                try? await Task.sleep(for: .seconds(10))
            }
        }
    }
}
