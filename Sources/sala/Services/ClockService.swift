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
                    log(try await store.fallDue(at: clock()))
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

    private func log(_ run: ClockRun) {
        if run.moved > 0 { logger.info("clocks ran out", metadata: ["submissions": "\(run.moved)"]) }
        for (id, code) in run.refused.sorted(by: { $0.key < $1.key }) {
            logger.warning("a clock was refused", metadata: ["submission": "\(id)", "code": "\(code)"])
        }
        for (id, error) in run.failed.sorted(by: { $0.key < $1.key }) {
            logger.error("a clock failed", metadata: ["submission": "\(id)", "error": "\(error)"])
        }
    }
}
