import Foundation

/// Words of a letter, or an address of this site to follow.
struct LetterPiece: Sendable, Equatable {
    let text: String
    let url: String?
}

extension LetterPiece {
    /// The letter's words in their order; addresses under the site's own lead to their paths. What people
    /// wrote stands in letters too: a path that browsers take for another site's address stays words.
    static func pieces(of body: String, address: String) -> [LetterPiece] {
        var pieces: [LetterPiece] = []
        var rest = body[...]
        while let start = rest.range(of: "\(address)/") {
            let end = rest[start.upperBound...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
            var link = rest[start.lowerBound..<end]
            while let last = link.last, ".,;:)”\"".contains(last) { link.removeLast() }
            pieces.append(.init(text: String(rest[..<start.lowerBound]), url: nil))
            let path = ReturnPath(String(link.dropFirst(address.count)))
            pieces.append(.init(text: String(link), url: path?.path))
            rest = rest[link.endIndex...]
        }
        pieces.append(.init(text: String(rest), url: nil))
        return pieces.filter { !$0.text.isEmpty }
    }
}
