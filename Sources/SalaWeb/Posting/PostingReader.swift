public import Hummingbird
public import SalaStore

/// Reads what browsers post: `application/x-www-form-urlencoded` (WHATWG URL, section 5) and
/// `multipart/form-data` (RFC 7578).
public enum PostingReader {
    /// The posting in that body. The bytes of files go from the body into what `receive` makes, and never lie
    /// in memory whole. Where this throws, all files received so far have been discarded.
    /// A file that cannot be taken does not hide the texts behind it: the fault carries them.
    /// - Throws: `PostingFault`, `CancellationError`, the body's refusal, and what `receive` throws but
    ///   `Fault.files`.
    public static func read<Body: AsyncSequence>(
        body: Body, contentType: String?, limits: PostingLimits = PostingLimits(),
        receive: () throws -> IncomingFile
    ) async throws -> Posting where Body.Element == ByteBuffer {
        var collector = PostingCollector(limits: limits)
        var isWhole = false
        do {
            switch try PostingEncoding(contentType: contentType) {
            case .form:
                try await readForm(body, into: &collector)
            case .multipart(let boundary):
                try await readParts(body, boundary, into: &collector, receive: receive)
            }
            isWhole = true
            if let trouble = collector.trouble { throw trouble }
            return collector.posting
        } catch {
            collector.discard()
            guard let reason = error as? PostingFault.Reason else { throw error }
            throw PostingFault(reason, fields: collector.posting.fields, isWhole: isWhole)
        }
    }

    private static func readForm<Body: AsyncSequence>(
        _ body: Body, into collector: inout PostingCollector
    ) async throws where Body.Element == ByteBuffer {
        var decoder = FormDecoder()
        var chunks = body.makeAsyncIterator()
        while let chunk = try await next(&chunks) {
            let bytes = collector.arrive(chunk.readableBytes)
            try decoder.take(chunk.readableBytesView.prefix(bytes), into: &collector)
            try collector.demandRoom()
        }
        try decoder.finish(into: &collector)
    }

    private static func readParts<Body: AsyncSequence>(
        _ body: Body, _ boundary: [UInt8], into collector: inout PostingCollector,
        receive: () throws -> IncomingFile
    ) async throws where Body.Element == ByteBuffer {
        var scanner = MultipartScanner(boundary: boundary, headerBytes: collector.limits.headerBytes)
        var chunks = body.makeAsyncIterator()
        while !scanner.isFinished {
            guard let chunk = try await next(&chunks) else { throw PostingFault.Reason.interrupted }
            let bytes = collector.arrive(chunk.readableBytes)
            try scanner.take(chunk.readableBytesView.prefix(bytes)) { piece in
                try collector.take(piece, receive: receive)
            }
            try collector.demandRoom()
        }
    }

    /// A broken connection interrupts the posting; a middleware's refusal and a cancellation stay theirs.
    private static func next<Chunks: AsyncIteratorProtocol>(
        _ chunks: inout Chunks
    ) async throws -> ByteBuffer? where Chunks.Element == ByteBuffer {
        let chunk: ByteBuffer?
        do {
            chunk = try await chunks.next()
        } catch let error as any HTTPResponseError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            throw PostingFault.Reason.interrupted
        }
        // A cancelled body ends early without an error.
        if chunk == nil { try Task.checkCancellation() }
        return chunk
    }
}
