import Foundation
import HTTPTypes
import Hummingbird
import SalaEngine
import SalaExchange
import SalaStore

/// How released results came about, for anybody: as a page, and as data that `sala tally` reckons anew.
struct ResultRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/register/{call}/rounds/{round}", show)
        routes.get("/register/{call}/rounds/{round}/scores.csv", showSheet)
        routes.get("/register/{call}/rounds/{round}/result.json", showJSON)
    }

    private func result(_ context: SalaContext) async throws -> PublishedResult {
        try await site.store.publishedResult(
            try context.word("call"), round: try context.word("round"))
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        try await site.publicAnswer(request, context, about: .call(try context.word("call"))) { context in
            ResultPage(site, context, try await result(context))
        }
    }

    @Sendable private func showSheet(_ request: Request, _ context: SalaContext) async throws -> Response {
        let result = try await result(context)
        return answer(result.csv, "text/csv; charset=utf-8; header=present", "scores.csv", result)
    }

    @Sendable private func showJSON(_ request: Request, _ context: SalaContext) async throws -> Response {
        let result = try await result(context)
        return answer(try result.json(), "application/json", "result.json", result)
    }

    private func answer(
        _ text: String, _ mediaType: String, _ name: String, _ result: PublishedResult
    ) -> Response {
        let file = "\(result.view.call.handle)-\(result.round.name)-\(name)"
        return Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .contentDisposition: "attachment; filename=\"\(file)\"",
                .cacheControl: Site.sharedCaching,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
