import Logging
import SalaStore
import SalaThai
import ServiceLifecycle

/// Lets the clocks of submissions that have run out have their effect, every few seconds.
struct ClockService: Service {
    let store: Store
    let clock: @Sendable () -> Instant
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let moved = try await store.fallDue(at: clock())
                    if moved > 0 { logger.info("clocks ran out", metadata: ["submissions": "\(moved)"]) }
                } catch {
                    logger.error("clocks", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(10))
            }
        }
    }
}
