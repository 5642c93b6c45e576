/// The name that a person goes by.
enum PersonName {
    /// In characters.
    static let longest = 100

    /// What is wrong with a name on one line.
    static func fault(in name: String) -> AccountFault? {
        if name.isEmpty { return .nameMissing }
        return name.unicodeScalars.count > longest ? .nameTooLong(longest) : nil
    }
}
