import Foundation
import SalaThai
import Testing

extension WordBreaker {
    /// The words that Sala knows as it is shipped: libthai's, and the table in `Data`.
    static func shipped() throws -> WordBreaker {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try #require(WordBreaker(spelling: Spelling(folder: root.appending(path: "Data"))))
    }
}
