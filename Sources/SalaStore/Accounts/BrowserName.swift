/// Says in few words what a person would call a browser.
enum BrowserName {
    /// The browser and its system, as in `Firefox, Windows`, from a User-Agent header; empty when neither is
    /// known.
    static func words(_ agent: String) -> String {
        let agent = agent.utf8.prefix(500)
        func first(_ marks: [(String, String)]) -> String? {
            marks.first { agent.contains($0.0.utf8) }?.1
        }
        return [first(browsers), first(systems)].compactMap(\.self).joined(separator: ", ")
    }

    // Each pretends to be those after it, so the order decides.
    private static let browsers = [
        ("Line/", "LINE"), ("FBAN/", "Facebook"), ("Edg", "Edge"), ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]

    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]
}

extension Sequence<UInt8> where Self: Collection {
    fileprivate func contains(_ part: some Collection<UInt8>) -> Bool {
        var start = startIndex
        while start != endIndex {
            if self[start...].starts(with: part) { return true }
            start = index(after: start)
        }
        return part.isEmpty
    }
}
