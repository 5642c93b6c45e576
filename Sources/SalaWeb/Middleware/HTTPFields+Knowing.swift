import Foundation
import HTTPTypes

extension HTTPFields {
    /// Whether their If-None-Match says that the browser has what goes by the tag (RFC 9110 section 13.1.2,
    /// where a weak tag matches the strong one).
    func know(_ tag: String) -> Bool {
        self[.ifNoneMatch]?.split(separator: ",").contains { known in
            let known = known.trimmingCharacters(in: .whitespaces)
            return known == "*" || known == tag || known == "W/\(tag)"
        } ?? false
    }
}
