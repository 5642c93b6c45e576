import CThai
import Synchronization

/// Cuts text into words by libthai's dictionary; one instance may serve several threads, one at a time.
public final class WordBreaker: Sendable {
    private struct Handle {
        let pointer: OpaquePointer
    }

    private let handle: Mutex<Handle>
    /// What `segmented` reads written forms by.
    public let spelling: Spelling

    /// Where Debian's libthai-data keeps the dictionary.
    public static let systemDictionary = "/usr/share/libthai/thbrk.tri"

    /// Opens the dictionary, a trie file of libthai; nil when it cannot be read.
    public init?(
        dictionary path: String = WordBreaker.systemDictionary, spelling: Spelling = Spelling()
    ) {
        guard let pointer = th_brk_new(path) else { return nil }
        self.spelling = spelling
        handle = Mutex(Handle(pointer: pointer))
    }

    deinit {
        handle.withLock { th_brk_delete($0.pointer) }
    }

    /// The words of a text as they stand in it, without spaces, punctuation and symbols; scripts part
    /// words, so `ระบบAPIกลาง` holds ระบบ, API and กลาง.
    public func words(_ text: String) -> [String] {
        WordRun.runs(of: text).flatMap { run in
            run.isThai ? thaiWords(run.scalars) : [String(String.UnicodeScalarView(run.scalars))]
        }
    }

    /// The words of the normalised text, joined by single spaces: what a full-text index keeps and queries
    /// ask for.
    public func segmented(_ text: String) -> String {
        words(text.normalisedForSearch(spelling)).joined(separator: " ")
    }

    /// Every scalar of a Thai run is one byte of TIS-620, so libthai's byte positions are scalar positions.
    private func thaiWords(_ scalars: [Unicode.Scalar]) -> [String] {
        var words: [String] = []
        var from = 0
        for start in stride(from: 0, to: scalars.count, by: WordBreaker.longestRun) {
            let piece = scalars[start..<min(start + WordBreaker.longestRun, scalars.count)]
            for end in breaks(in: piece).map({ start + $0 }) + [piece.endIndex] where end > from {
                // A mark belongs to the letter before it, however odd the text is.
                if end < scalars.count, ThaiLetters.joinsLetterBefore(scalars[end]) { continue }
                words.append(String(String.UnicodeScalarView(scalars[from..<end])))
                from = end
            }
        }
        return words
    }

    /// Text without a single space for this long is no prose; cutting it bounds what one call costs.
    private static let longestRun = 4096

    private func breaks(in scalars: ArraySlice<Unicode.Scalar>) -> [Int] {
        let bytes = scalars.map { UInt8($0.value - 0x0E00 + 0xA0) } + [0]
        var positions = [CInt](repeating: 0, count: bytes.count)
        let capacity = positions.count
        let count = handle.withLock { th_brk_find_breaks($0.pointer, bytes, &positions, capacity) }
        return positions.prefix(Int(max(0, count))).map(Int.init)
    }
}
