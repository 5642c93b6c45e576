import Foundation

/// RFC 2047's way to write other letters than ASCII in a header: `=?UTF-8?B?...?=`.
enum EncodedWord {
    private static let opening = "=?UTF-8?B?"
    private static let closing = "?="

    /// Words of at most so many octets, the first and the following ones. No character is cut in two, so
    /// that a Thai vowel stays with its consonant; only a character longer than a word is, between its code
    /// points.
    static func split(_ text: String, first: Int, next: Int) -> [String] {
        var words: [String] = []
        var piece = ""
        func room() -> Int {
            ((words.isEmpty ? first : next) - opening.utf8.count - closing.utf8.count) / 4 * 3
        }
        func close() {
            words.append(opening + Data(piece.utf8).base64EncodedString() + closing)
            piece = ""
        }
        for character in text {
            if !piece.isEmpty, piece.utf8.count + character.utf8.count > room() { close() }
            for scalar in character.unicodeScalars {
                if !piece.isEmpty, piece.utf8.count + UTF8.width(scalar) > room() { close() }
                piece.unicodeScalars.append(scalar)
            }
        }
        if !piece.isEmpty { close() }
        return words
    }
}
