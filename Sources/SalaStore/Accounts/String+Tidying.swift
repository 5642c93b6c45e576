import Foundation

extension String {
    /// Composed (NFC), on one line, with single spaces and nothing invisible; empty when nothing is left.
    var onOneLine: String {
        // Most of what comes in lists; composing is what takes the time.
        if utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return self }
        let visible = precomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
            switch scalar.properties.generalCategory {
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: Unicode.Scalar(" ")
            case .format: nil
            default: scalar
            }
        }
        var line = String.UnicodeScalarView()
        for word in visible.split(separator: " ") {
            if !line.isEmpty { line.append(" ") }
            line.append(contentsOf: word)
        }
        return String(line)
    }
}
