import Foundation

extension String {
    /// Composed (NFC), on one line, with single spaces and nothing invisible; empty when nothing is left.
    var onOneLine: String {
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
