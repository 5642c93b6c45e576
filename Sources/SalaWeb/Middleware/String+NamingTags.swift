extension String {
    /// Whether the value of an If-None-Match names the tag, which is quoted (RFC 9110 section 13.1.2).
    func namesTag(_ tag: String) -> Bool {
        split(separator: ",").contains { part in
            let word = part.drop { $0 == " " }.prefix { $0 != " " }
            return word == "*" || (word.hasPrefix("W/") ? word.dropFirst(2) : word) == tag
        }
    }
}
