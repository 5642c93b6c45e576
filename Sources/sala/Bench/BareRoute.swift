import ArgumentParser
import Hummingbird
import Logging

/// The least that a server can do with a request, and so the limit of every page.
struct BareRoute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bare", abstract: "Answers GET / with 1 KB, and POST / with a redirection.")

    @Option(help: "The port to listen on.")
    var port: Int

    func run() async throws {
        let router = Router(context: BasicRequestContext.self)
        let body = ByteBuffer(string: String(repeating: "s", count: 1024))
        router.get("/") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: body))
        }
        router.post("/") { request, _ in
            for try await _ in request.body {}
            return Response(status: .seeOther, headers: [.location: "/"])
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port), serverName: "Sala"),
            logger: Logger(label: "bare"))
        try await application.runService()
    }
}
