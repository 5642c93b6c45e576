import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a client that is still sending hear the answer, and then hangs up (RFC 9112 section 9.6): what it
/// goes on to send is thrown away, some of it, for some seconds.
final class Farewell: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    /// Bytes that are read for the sake of a client that reads no answer before it has sent everything: ten
    /// megabytes of Thai text are thirty as forms send it.
    private static let patienceBytes = 32 << 20
    private static let patience = TimeAmount.seconds(5)

    private var left = Farewell.patienceBytes

    /// Begins once everything written so far is on its way.
    static func begin(on channel: any Channel) {
        channel.eventLoop.execute {
            // A channel that has gone needs no farewell.
            try? channel.pipeline.syncOperations.addHandler(Farewell(), position: .first)
        }
        channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        left -= unwrapInboundIn(data).readableBytes
        if left < 0 { context.close(promise: nil) }
    }
}

extension Response {
    /// This answer to a request that no route has read: where it brings a body, the connection ends with it.
    func leaving(_ request: Request, _ channel: any Channel) -> Response {
        let hasBody =
            request.headers[.transferEncoding] != nil
            || (request.headers[.contentLength].flatMap { Int($0) } ?? 0) > 0
        return hasBody ? hangingUp(channel) : self
    }

    /// This answer, after which the connection ends though the client has not sent all it had to say.
    func hangingUp(_ channel: any Channel) -> Response {
        var response = self
        let body = body
        response.headers[.connection] = "close"
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            Farewell.begin(on: channel)
        }
        return response
    }
}
