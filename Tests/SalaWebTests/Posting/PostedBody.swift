import Hummingbird
import Testing

/// A body as a client sends it.
struct PostedBody: Sendable, CustomTestStringConvertible {
    var contentType: String?
    var bytes: [UInt8]

    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }

    /// A body in parts between `--b`; every line of the text ends with CRLF in the body.
    static func multipart(_ text: String, boundary: String = "b") -> PostedBody {
        PostedBody(
            contentType: "multipart/form-data; boundary=\(boundary)",
            bytes: text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] })
    }

    static func form(_ text: String) -> PostedBody {
        PostedBody(contentType: "application/x-www-form-urlencoded", bytes: Array(text.utf8))
    }

    /// One text, and one file of that many bytes.
    ///
    /// - Parameter behind: parts that follow the file.
    static func file(named name: String = "a.txt", bytes: Int, behind: String = "") -> PostedBody {
        multipart(
            """
            --b
            Content-Disposition: form-data; name="title"

            kept
            --b
            Content-Disposition: form-data; name="photo"; filename="\(name)"

            \(String(repeating: "x", count: bytes))
            \(behind)--b--

            """)
    }

    /// A part with a text of that name.
    static func part(_ name: String, _ text: String) -> String {
        "--b\nContent-Disposition: form-data; name=\"\(name)\"\n\n\(text)\n"
    }

    /// The body in buffers of that many bytes.
    func chunks(of size: Int) -> AsyncStream<ByteBuffer> {
        AsyncStream { continuation in
            for start in stride(from: 0, to: bytes.count, by: size) {
                continuation.yield(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
            }
            continuation.finish()
        }
    }
}
