import Foundation
import Logging
import SalaEngine
import SalaExchange
import SalaStore
import SalaThai
import ServiceLifecycle

/// Works the exports that people have asked for, one after the other, and removes files that are kept no
/// more: at the start, and every hour.
struct ExportService: Service {
    let store: Store
    let writer: ExportWriter
    let clock: @Sendable () -> Instant
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await trying { try await store.restartExports() }
            var swept = clock().adding(seconds: -3600)
            while !Task.isCancelled {
                var isIdle = true
                await trying {
                    if clock() >= swept.adding(seconds: 3600) {
                        try await store.expireExports(at: clock())
                        swept = clock()
                    }
                    guard let export = try await store.takeExport(at: clock()) else { return }
                    isIdle = false
                    await work(export)
                }
                if isIdle { try? await Task.sleep(for: .seconds(1)) }
            }
        }
    }

    private func trying(_ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            logger.error("exports", metadata: ["error": "\(Logger.words(for: error))"])
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// What a server that is told to stop leaves behind is begun again by the next.
    private func work(_ export: Export) async {
        do {
            let bytes = try await writer.write(export, to: store.files.url(of: export.id)) { done in
                try await store.note(done, of: export)
            }
            guard try await store.finish(export, bytes: bytes, at: clock()) else { return }
            logger.info(
                "exported",
                metadata: [
                    "export": "\(export.id)", "call": "\(export.call)", "format": "\(export.format.rawValue)",
                    "person": "\(export.person)", "bytes": "\(bytes)",
                ])
        } catch is ExportWriter.Cancelled {
            return
        } catch is CancellationError {
            return
        } catch {
            let words = (error as? Refusal)?.code ?? "\(Logger.words(for: error))"
            logger.error("an export failed", metadata: ["export": "\(export.id)", "error": "\(words)"])
            try? await store.fail(export, Export.Cause(error), at: clock())
        }
    }
}
