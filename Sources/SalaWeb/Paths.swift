import Foundation

/// Every address of the site. Addresses are nouns; nothing else writes one down.
public enum Paths {
    public static let home = "/"

    /// What the query items begin with that say what was just done, which is to be said once.
    static let told = "done"

    /// What an address says was just done, and where, as a cookie can hold it; nil where it says nothing.
    static func telling(_ path: String) -> String? {
        let items = items(path).filter { $0.name.hasPrefix(told) }
        guard !items.isEmpty, let place = URLComponents(string: path)?.path else { return nil }
        let words = [place] + items.flatMap { [$0.name, $0.value] }
        return words.joined(separator: "\n").addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    }

    /// A path with query items, percent-encoded; items without a value are left out.
    static func query(_ path: String, _ items: KeyValuePairs<String, String?>) -> String {
        var components = URLComponents()
        components.path = path
        components.queryItems = items.compactMap { item in
            item.value.map { URLQueryItem(name: item.key, value: $0) }
        }
        if components.queryItems?.isEmpty == true { components.queryItems = nil }
        // `URLComponents` leaves a plus sign as it is, which a form reader takes for a space.
        return components.string?.replacing("+", with: "%2B") ?? path
    }
}
