import Foundation

/// Cuts a multipart body into its parts as it arrives (RFC 2046, section 5.1.1), in any slicing. It holds back no more
/// than one part's header lines or one delimiter.
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
    /// Blanks that may stand behind a boundary; the standard names no limit.
    private static let longestPadding = 64

    private let delimiter: [UInt8]
    private let headerBytes: Int
    private var state = State.preamble
    /// Begins with a line break that is not in the body, so that a boundary that opens the body is found like others.
    private var held = lineBreak
    private var cursor = 0
    /// Bytes at the cursor that are there to be searched but are no content.
    private var borrowed = 2

    /// - Parameter headerBytes: the most bytes of header lines in one part, and of a preamble.
    init(boundary: [UInt8], headerBytes: Int) {
        delimiter = MultipartScanner.lineBreak + [.hyphen, .hyphen] + boundary
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
        try giveContent(upTo: max(search, cursor, held.count - delimiter.count + 1), give)
        return false
    }

    private func tail(_ start: Int) -> Tail {
        let rest = held[start...]
        let blanks = rest.prefix(while: \.isBlank).count
        guard blanks <= MultipartScanner.longestPadding else { return .none }
        for ending in [[.hyphen, .hyphen], MultipartScanner.lineBreak] {
            let given = rest.dropFirst(ending == MultipartScanner.lineBreak ? blanks : 0).prefix(2)
            if given.elementsEqual(ending) {
                return ending == MultipartScanner.lineBreak ? .part(start: given.startIndex) : .end
            }
            if given.count < 2, given.elementsEqual(ending.prefix(given.count)) { return .unknown }
        }
        return .none
    }

    private mutating func scanHeaders(_ give: (Piece) throws -> Void) throws -> Bool {
        // The blank line may follow the boundary's own line break at once, so the search begins with that one.
        let blankLine = find(MultipartScanner.lineBreak + MultipartScanner.lineBreak, from: cursor)
        guard (blankLine ?? held.count) - cursor <= headerBytes else { throw PostingFault.Reason.malformed }
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
        switch state {
        case .content: try give(.content(bytes))
        default: try countPreamble(bytes.count)
        }
    }
}
