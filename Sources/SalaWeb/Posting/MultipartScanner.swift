import Foundation

/// Cuts a multipart body into its parts as it arrives, in any slicing (RFC 2046, section 5.1.1). It holds
/// back no more than one part's header lines or one delimiter.
struct MultipartScanner {
    enum Piece: Equatable {
        /// A part begins; its header lines with CRLF between them.
        case opened(ArraySlice<UInt8>)
        case content(ArraySlice<UInt8>)
        /// The part is whole.
        case closed
    }

    private enum State {
        case preamble, headers, content, finished
    }

    /// What follows the bytes of a delimiter.
    private enum Tail {
        case unknown
        case none
        case part(start: Int)
        case end
    }

    private static let lineBreak: [UInt8] = [.carriageReturn, .lineFeed]
    private static let hyphens: [UInt8] = [.hyphen, .hyphen]
    /// Blanks that may stand behind a boundary; the standard names no limit.
    private static let longestPadding = 64

    private let delimiter: [UInt8]
    private let headerBytes: Int
    private var state = State.preamble
    /// Begins with a line break that is not in the body, so that a boundary that opens the body is found like
    /// the others.
    private var held = lineBreak
    private var cursor = 0
    /// Bytes at the cursor that are there to be searched but are no content.
    private var borrowed = 2
    private var preambleBytes = 0

    /// - Parameter headerBytes: the most bytes of header lines in one part, and of a preamble.
    init(boundary: [UInt8], headerBytes: Int) {
        delimiter = MultipartScanner.lineBreak + MultipartScanner.hyphens + boundary
        self.headerBytes = headerBytes
    }

    /// The closing boundary has been read.
    var isFinished: Bool { state == .finished }

    mutating func take(_ bytes: some Collection<UInt8>, _ give: (Piece) throws -> Void) throws {
        held.append(contentsOf: bytes)
        var moves = true
        while moves {
            switch state {
            case .preamble, .content: moves = try scanContent(give)
            case .headers: moves = try scanHeaders(give)
            case .finished: moves = false
            }
        }
        held.removeFirst(cursor)
        cursor = 0
    }

    /// True when a boundary was found.
    private mutating func scanContent(_ give: (Piece) throws -> Void) throws -> Bool {
        var search = cursor
        while let found = find(delimiter, from: search) {
            switch tail(found + delimiter.count) {
            case .unknown:
                try giveContent(upTo: found, give)
                return false
            case .none:
                search = found + 2
            case .part(let start):
                try closeContent(at: found, give)
                (state, cursor) = (.headers, start)
                return true
            case .end:
                try closeContent(at: found, give)
                (state, cursor) = (.finished, held.count)
                return true
            }
        }
        try giveContent(upTo: held.count - delimiter.count + 1, give)
        return false
    }

    private func tail(_ start: Int) -> Tail {
        let rest = held[start...]
        if rest.starts(with: MultipartScanner.hyphens) { return .end }
        let line = rest.drop(while: \.isBlank)
        guard line.startIndex - start <= MultipartScanner.longestPadding else { return .none }
        if line.starts(with: MultipartScanner.lineBreak) { return .part(start: line.startIndex) }
        if MultipartScanner.hyphens.starts(with: rest) { return .unknown }
        return MultipartScanner.lineBreak.starts(with: line) ? .unknown : .none
    }

    private mutating func scanHeaders(_ give: (Piece) throws -> Void) throws -> Bool {
        // The blank line may follow the boundary's own line break at once: the search begins with that one.
        let blankLine = find(MultipartScanner.lineBreak + MultipartScanner.lineBreak, from: cursor)
        // The line break before the lines is not theirs, nor are three bytes that may begin the blank line.
        guard (blankLine ?? held.count - 3) - cursor - 2 <= headerBytes else {
            throw PostingFault.Reason.malformed
        }
        guard let blankLine else { return false }
        try give(.opened(held[min(cursor + 2, blankLine)..<blankLine]))
        // The line break that ends the blank line may begin the delimiter of an empty part.
        (state, cursor, borrowed) = (.content, blankLine + 2, 2)
        return true
    }

    private mutating func closeContent(at end: Int, _ give: (Piece) throws -> Void) throws {
        try giveContent(upTo: end, give)
        if state == .content { try give(.closed) }
    }

    private mutating func giveContent(upTo end: Int, _ give: (Piece) throws -> Void) throws {
        guard end > cursor else { return }
        let skipped = min(borrowed, end - cursor)
        borrowed -= skipped
        let bytes = held[(cursor + skipped)..<end]
        cursor = end
        guard !bytes.isEmpty else { return }
        guard state == .preamble else { return try give(.content(bytes)) }
        preambleBytes += bytes.count
        guard preambleBytes <= headerBytes else { throw PostingFault.Reason.malformed }
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        held.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var from = start
            while from + needle.count <= bytes.count,
                let hit = memchr(base + from, Int32(needle[0]), bytes.count - needle.count + 1 - from)
            {
                let found = base.distance(to: hit)
                if bytes[found..<(found + needle.count)].elementsEqual(needle) { return found }
                from = found + 1
            }
            return nil
        }
    }
}
