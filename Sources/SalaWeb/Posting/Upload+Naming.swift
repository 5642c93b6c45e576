import Foundation

extension Upload {
    /// The most characters that a file's name keeps; a longer name is cut before its extension.
    public static let longestName = 150

    /// The last component of what a browser sent as a file's name, in Unicode's normal form C, without
    /// control characters and without marks that turn the direction of reading; `file` where nothing is left.
    public static func name(sentAs sent: String) -> String {
        let component = sent.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? []
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: component.filter { !$0.isHidden })
        let name = String(visible).precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        return name.allSatisfy { $0 == "." } ? "file" : shortened(name)
    }

    private static func shortened(_ name: String) -> String {
        guard name.count > longestName else { return name }
        guard let dot = name.lastIndex(of: "."), name[dot...].count <= 16 else {
            return String(name.prefix(longestName))
        }
        return String(name.prefix(longestName - name[dot...].count) + name[dot...])
    }
}

extension Unicode.Scalar {
    /// Without a shape of its own, and able to make one name look like another (Unicode Technical Report 36).
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl || self == "\u{FEFF}"
        }
    }
}
