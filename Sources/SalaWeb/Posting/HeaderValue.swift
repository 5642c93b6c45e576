/// A header's value with parameters, such as `form-data; name="photo"; filename="a.jpg"`.
struct HeaderValue: Equatable {
    /// In lower case.
    let value: String
    /// By their names in lower case.
    let parameters: [String: String]

    /// Nil for a text that does not keep to the form, or names a parameter twice.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard let value = rest.takeWord(until: [.semicolon]), !value.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        while rest.popFirst() != nil {
            guard let name = rest.takeWord(until: [.semicolon, .equals])?.lowercased() else { return nil }
            if name.isEmpty, rest.first != .equals { continue }
            guard !name.isEmpty, rest.popFirst() == .equals, let text = rest.takeText(),
                parameters.updateValue(text, forKey: name) == nil
            else { return nil }
        }
        self.value = value.lowercased()
        self.parameters = parameters
    }

    /// Refuses another charset than UTF-8 and its part, ASCII.
    func demandUTF8() throws {
        guard let charset = parameters["charset"] else { return }
        guard ["utf-8", "utf8", "us-ascii"].contains(charset.lowercased()) else {
            throw PostingFault.Reason.notUTF8
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes before the first of those, without blanks around them.
    fileprivate mutating func takeWord(until ends: [UInt8]) -> String? {
        let end = firstIndex(where: ends.contains) ?? endIndex
        let word = self[..<end].trimmingBlanks
        self = self[end...]
        return String(validating: word, as: UTF8.self)
    }

    /// A word or a quoted string, and nothing else before the next semicolon.
    fileprivate mutating func takeText() -> String? {
        self = self.drop(while: \.isBlank)
        guard first == .quote else { return takeWord(until: [.semicolon]) }
        removeFirst()
        guard let bytes = takeQuoted() else { return nil }
        self = self.drop(while: \.isBlank)
        guard isEmpty || first == .semicolon else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A backslash escapes a quote or a backslash, and is itself before anything else: old browsers sent
    /// Windows paths as they are. A quote that ends the header closes the string, even behind a backslash.
    private mutating func takeQuoted() -> [UInt8]? {
        var bytes: [UInt8] = []
        while let byte = popFirst() {
            if byte == .quote { return bytes }
            let escapes = first == .backslash || (first == .quote && !dropFirst().allSatisfy(\.isBlank))
            bytes.append(byte == .backslash && escapes ? removeFirst() : byte)
        }
        return nil
    }

    private var trimmingBlanks: ArraySlice<UInt8> {
        let start = drop(while: \.isBlank)
        return start[..<((start.lastIndex { !$0.isBlank }).map { $0 + 1 } ?? start.startIndex)]
    }
}
