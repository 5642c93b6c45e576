/// Addresses of web pages as people type them.
enum WebAddress {
    /// The address with its scheme, `https` where none was typed; nil for what does not begin with the name
    /// of a host, in any script.
    static func whole(typed text: String) -> String? {
        let start = text.prefix(8).lowercased()
        for scheme in ["https://", "http://"] where start.hasPrefix(scheme) {
            return scheme + text.dropFirst(scheme.count)
        }
        let host = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        // No host's last label begins with a digit: 1.5 is a number, 10.0.0.1 a machine nobody else reaches.
        guard labels.count > 1, !labels.contains(""), labels.last?.first?.isLetter == true,
            text.dropFirst(host.count).first.map({ "/?#:".contains($0) }) ?? true
        else { return nil }
        return "https://\(text)"
    }
}
