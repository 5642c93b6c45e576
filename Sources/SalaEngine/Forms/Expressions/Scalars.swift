/// XPath counts and compares Unicode code points, never grapheme clusters: in Thai the two differ.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
    /// Space, tab, carriage return or line feed: XML's white space.
    var isXMLSpace: Bool { self == " " || self == "\t" || self == "\r" || self == "\n" }
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    /// XML 1.0's NameStartChar without the colon.
    var startsName: Bool {
        switch value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// XML 1.0's NameChar without the colon.
    var continuesName: Bool {
        startsName || isASCIIDigit || self == "-" || self == "." || value == 0xB7
            || (0x300...0x36F).contains(value) || (0x203F...0x2040).contains(value)
    }
}

extension Scalars {
    /// Without XML's white space at both ends.
    var trimmed: Scalars {
        guard let first = firstIndex(where: { !$0.isXMLSpace }),
            let last = lastIndex(where: { !$0.isXMLSpace })
        else { return [] }
        return Array(self[first...last])
    }

    /// Where the other text first occurs; the empty text occurs at the beginning.
    func firstIndex(of other: Scalars) -> Int? {
        guard other.count <= count else { return nil }
        return (0...(count - other.count)).first { self[$0..<($0 + other.count)].elementsEqual(other) }
    }

    func hasSuffix(_ other: Scalars) -> Bool {
        suffix(other.count).elementsEqual(other)
    }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    var scalars: Scalars { Array(unicodeScalars) }

    /// Whether XLSForm allows it as a name: a letter or underscore, then letters, digits, `-`, `_` and `.`.
    var isFormName: Bool {
        guard let first = unicodeScalars.first, first.startsName else { return false }
        return unicodeScalars.allSatisfy(\.continuesName)
    }
}
