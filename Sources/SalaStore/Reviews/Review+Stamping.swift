import Crypto
import Foundation
public import SalaEngine

extension Review {
    /// Another one as soon as the review is at another state or says something else.
    public var stamp: String {
        let levels = scores.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let words = [state.rawValue] + levels + ["", commentToCommittee, "\u{0}", commentToFiler]
        return Hexadecimal.text(SHA256.hash(data: Data(words.joined(separator: "\n").utf8)))
    }
}
