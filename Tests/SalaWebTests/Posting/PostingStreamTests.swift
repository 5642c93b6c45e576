import Foundation
import Hummingbird
import SalaStore
import SalaWeb
import Testing

@Suite("Postings on their way in")
struct PostingStreamTests {
    private let desk: PostingDesk

    init() throws { desk = try PostingDesk() }

    @Test("the bytes of a file are on the disk while the rest of it is still on the way")
    func streaming() async throws {
        let size = 4 << 20
        let body = WatchedBody(.file(bytes: size), chunk: 65_536, folder: desk.incoming)
        let posting = try await PostingReader.read(
            body: body, contentType: PostedBody.file(bytes: 0).contentType, receive: desk.store.receive)
        #expect(posting.files.map(\.content.bytes) == [size])
        #expect(body.log.sizes.count > 60)
        for (given, size) in body.log.sizes.dropFirst(2) {
            // The texts and header lines of the body and one delimiter take fewer than 300 bytes.
            #expect(size > given - 300)
        }
    }

    @Test("a file of any bytes is received as it is, and can be kept")
    func binary() async throws {
        // Every byte, many line breaks and beginnings of boundaries, by a linear congruential generator.
        var state: UInt32 = 1
        let pieces: [[UInt8]] = [[13, 10], [13, 10, 45, 45], [13, 10, 45, 45, 98], [13], [45, 45, 98]]
        let content = (0..<30_000).flatMap { _ -> [UInt8] in
            state = state &* 1_664_525 &+ 1_013_904_223
            let byte = UInt8(truncatingIfNeeded: state >> 24)
            return byte < 10 ? pieces[Int(byte) / 2] + [120] : [byte]
        }
        var body = PostedBody.file(bytes: 1)
        let mark = try #require(body.bytes.lastIndex(of: UInt8(ascii: "x")))
        body.bytes.replaceSubrange(mark...mark, with: content)
        for size in [1, 2, 3, 5, 64, 4096, .max] {
            let posting = try await PostingReader.read(
                body: body.chunks(of: size), contentType: body.contentType, receive: desk.store.receive)
            let upload = try #require(posting.files.first)
            let stored = try desk.store.keep(upload.content)
            upload.content.discard()
            #expect(try Data(contentsOf: stored.url) == Data(content))
        }
        #expect(try desk.leftovers == [])
    }

    @Test("a connection that breaks interrupts both kinds of posting")
    func broken() async throws {
        struct Reset: Error {}
        for body in [PostedBody.form("a=1&b=2"), .chromium] {
            let chunks = AsyncThrowingStream<ByteBuffer, any Error> { continuation in
                continuation.yield(ByteBuffer(bytes: body.bytes.dropLast(3)))
                continuation.finish(throwing: Reset())
            }
            let fault = await #expect(throws: PostingFault.self) {
                _ = try await PostingReader.read(
                    body: chunks, contentType: body.contentType, receive: desk.store.receive)
            }
            #expect(fault?.reason == .interrupted)
        }
        #expect(try desk.leftovers == [])
    }

    @Test("a refusal that the body itself throws stays what it is")
    func bodyRefuses() async throws {
        let chunks = AsyncThrowingStream<ByteBuffer, any Error> { continuation in
            continuation.finish(throwing: HTTPError(.tooManyRequests))
        }
        let error = await #expect(throws: HTTPError.self) {
            _ = try await PostingReader.read(
                body: chunks, contentType: PostedBody.chromium.contentType, receive: desk.store.receive)
        }
        #expect(error?.status == .tooManyRequests)
    }

    @Test("a folder that takes no file is a fault of its own, and the files before it are discarded")
    func folderFails() async throws {
        var received = 0
        let body = PostedBody.chromium
        let fault = await #expect(throws: PostingFault.self) {
            _ = try await PostingReader.read(body: body.chunks(of: 10), contentType: body.contentType) {
                received += 1
                guard received == 1 else { throw Fault.files("full") }
                return try desk.store.receive()
            }
        }
        #expect(fault?.reason == .fileNotKept("full"))
        #expect(received == 2)
        #expect(try desk.leftovers == [])
    }

    @Test("a cancelled reading is never taken for a whole form")
    func cancelled() async throws {
        let reading = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await PostingReader.read(
                body: AsyncStream<ByteBuffer> { $0.finish() }, contentType: PostedBody.form("").contentType,
                receive: { throw CancellationError() })
        }
        await #expect(throws: CancellationError.self) { _ = try await reading.value }
    }
}

/// A body that notes, whenever more of it is asked for, how much was given and how much lies in a folder.
private struct WatchedBody: AsyncSequence, AsyncIteratorProtocol {
    final class Log {
        var sizes: [(given: Int, stored: Int)] = []
    }

    let log = Log()
    private let bytes: [UInt8]
    private let chunk: Int
    private let folder: URL
    private var given = 0

    init(_ body: PostedBody, chunk: Int, folder: URL) {
        bytes = body.bytes
        self.chunk = chunk
        self.folder = folder
    }

    func makeAsyncIterator() -> WatchedBody { self }

    mutating func next() async throws -> ByteBuffer? {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let stored = try files.map { file in
            try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
        }
        log.sizes.append((given, stored.reduce(0, +)))
        guard given < bytes.count else { return nil }
        let piece = bytes[given..<Swift.min(given + chunk, bytes.count)]
        given += piece.count
        return ByteBuffer(bytes: piece)
    }
}
