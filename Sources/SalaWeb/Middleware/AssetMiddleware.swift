import HTTPTypes
import Hummingbird
import NIOCore

/// Serves the files of `Public` from memory, before anybody's session is looked up.
struct AssetMiddleware: RouterMiddleware {
    typealias Context = SalaContext

    let assets: AssetLibrary
    /// Stands as `v` in the addresses that pages name.
    let version: String

    func handle(
        _ request: Request, context: SalaContext, next: (Request, SalaContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head,
            let asset = assets[request.uri.path, encodings: request.headers[.acceptEncoding]]
        else { return try await next(request, context) }
        context.coreContext.endpointPath.value = "asset"
        var headers = asset.headers
        // The name of this version means this content for ever; any other may mean another tomorrow.
        let isOfVersion = request.uri.queryParameters["v"].map { $0 == version } ?? false
        headers[.cacheControl] =
            isOfVersion ? "public, max-age=31536000, immutable" : "public, max-age=3600"
        if request.headers.know(asset.tag) {
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers,
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: asset.content))
    }
}
