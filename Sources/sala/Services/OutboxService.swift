import ServiceLifecycle

/// Sends the letters of the outbox for as long as the server runs.
struct OutboxService: Service {
    let mailing: Mailing

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var mailing = mailing
            while !Task.isCancelled {
                let pause = await mailing.step()
                if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }
            }
            await mailing.close()
        }
    }
}
