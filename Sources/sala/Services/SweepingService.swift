import Logging
import SalaStore
import SalaThai
import ServiceLifecycle

/// Clears away files that nothing names and uploads that broke off: at the start, and every day.
struct SweepingService: Service {
    let store: Store
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    // By the machine's clock, as the disk writes down its times, also in a demo.
                    log(try await store.sweepFiles(at: .now()))
                } catch {
                    logger.error("files", metadata: ["error": "\(Logger.words(for: error))"])
                }
                try? await Task.sleep(for: .seconds(86_400))
            }
        }
    }

    private func log(_ sweep: FileSweep) {
        guard sweep != FileSweep() else { return }
        logger.info(
            "files swept",
            metadata: [
                "files": "\(sweep.files)", "bytes": "\(sweep.bytes)", "unfinished": "\(sweep.unfinished)",
            ])
    }
}
