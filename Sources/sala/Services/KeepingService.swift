import Logging
import SalaStore
import ServiceLifecycle

/// Marks a demo's letters as kept in the house, every second: nothing of a demo is sent, and none of its
/// letters shall seem to be on its way.
struct KeepingService: Service {
    let store: Store
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await store.keepLetters()
                } catch {
                    logger.error("letters", metadata: ["error": "\(Logger.words(for: error))"])
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
