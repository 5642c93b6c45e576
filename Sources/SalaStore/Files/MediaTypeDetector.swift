import CMagic
public import Foundation
import Synchronization

/// Tells a file's media type by its content, through libmagic. A name ending in .pdf does not make a zip a
/// PDF.
public final class MediaTypeDetector: Sendable {
    // libmagic's cookie may be used by one thread at a time.
    private let cookie: Mutex<Cookie>

    /// Nil when libmagic's database is not installed.
    public init?() {
        guard let pointer = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR) else { return nil }
        guard magic_load(pointer, nil) == 0 else {
            magic_close(pointer)
            return nil
        }
        cookie = Mutex(Cookie(pointer))
    }

    /// Such as `application/pdf`; `application/octet-stream` when it cannot be told.
    public func mediaType(of file: URL) -> String {
        cookie.withLock { cookie in
            guard let text = magic_file(cookie.pointer, file.path) else { return "application/octet-stream" }
            return String(cString: text)
        }
    }
}

private struct Cookie: ~Copyable {
    let pointer: magic_t

    init(_ pointer: sending magic_t) {
        self.pointer = pointer
    }

    deinit {
        magic_close(pointer)
    }
}
