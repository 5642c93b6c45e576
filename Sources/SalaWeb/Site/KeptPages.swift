import NIOCore
import SalaEngine
import SalaStore
import SalaThai
import Synchronization

/// A finished page that is the same for everybody, with what decides whether it still holds.
struct KeptPage: Sendable {
    let body: ByteBuffer
    /// The entity tag, quoted (RFC 9110 section 8.8.3).
    let tag: String
    let subject: PublicSubject
    /// The subject's version, read before the page was made.
    let version: Int
    /// From when it holds, and before when.
    let lasting: Range<Instant>
}

/// Finished public pages, so that what nobody has changed is not made again; of more bytes than its limit it
/// forgets those that were asked for longest ago.
final class KeptPages: Sendable {
    /// What one address shows in one language.
    struct Key: Hashable, Sendable {
        /// With its query.
        let path: String
        let language: Language
    }

    private struct Shelf {
        var pages: [Key: (page: KeptPage, use: Int)] = [:]
        var bytes = 0
        /// Counts what was asked for.
        var uses = 0

        mutating func forget(_ key: Key) {
            guard let old = pages.removeValue(forKey: key) else { return }
            bytes -= old.page.bytes(under: key)
        }
    }

    private let limit: Int
    private let shelf = Mutex(Shelf())

    /// - Parameter limit: in bytes of pages and their addresses.
    init(limit: Int) {
        self.limit = limit
    }

    /// How many bytes are kept.
    var bytes: Int { shelf.withLock { $0.bytes } }

    /// The page that was kept last under the key, whether or not it still holds.
    func page(_ key: Key) -> KeptPage? {
        shelf.withLock { shelf in
            guard let page = shelf.pages[key]?.page else { return nil }
            shelf.uses += 1
            shelf.pages[key]?.use = shelf.uses
            return page
        }
    }

    func keep(_ page: KeptPage, under key: Key) {
        let bytes = page.bytes(under: key)
        // One page must not drive out most others.
        guard bytes <= limit / 4 else { return }
        shelf.withLock { shelf in
            shelf.forget(key)
            while shelf.bytes + bytes > limit,
                let oldest = shelf.pages.min(by: { $0.value.use < $1.value.use })
            {
                shelf.forget(oldest.key)
            }
            shelf.uses += 1
            shelf.pages[key] = (page, shelf.uses)
            shelf.bytes += bytes
        }
    }
}

extension KeptPage {
    /// Whether the page says at that time, when its subject has that version, what another one would.
    func holds(_ version: Int, at now: Instant) -> Bool {
        version == self.version && lasting.contains(now)
    }

    fileprivate func bytes(under key: KeptPages.Key) -> Int {
        body.readableBytes + tag.utf8.count + key.path.utf8.count
    }
}
