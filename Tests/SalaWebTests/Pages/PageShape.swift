import Foundation

/// What a snapshot keeps of a page: its title and what stands in its middle, without what differs each time.
struct PageShape: Equatable {
    let text: String

    /// - Parameter isWhole: the frame around the page belongs to it too.
    init(_ html: String, isWhole: Bool = false) {
        text = PageShape.steady(isWhole ? html : PageShape.middle(of: html))
    }

    /// A text that was kept.
    init(kept text: String) {
        self.text = text
    }

    private static func middle(of html: String) -> String {
        let title = html.firstMatch(of: /<title>.*?<\/title>/).map { String($0.output) } ?? ""
        let main = html.firstMatch(of: /(?s)<main .*<\/main>/).map { String($0.output) } ?? html
        return "\(title)\n\(main)\n"
    }

    /// Ids, hashes, codes of receipts, stamps in addresses and secrets, by the order in which they are first
    /// met.
    private static func steady(_ html: String) -> String {
        let uuid = #"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"#
        let letters = "[0-9A-HJKMNP-TV-Z]"
        let code = #"(?:\#(letters){4}-){3}\#(letters){4}|receipts/\#(letters){16}"#
        let stamp = #"\?shown=[0-9a-z]+|"\w+=[0-9a-z]+""#
        guard
            let passing = try? Regex(
                #"\#(uuid)|\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b|\b[\w-]{43}(?=["<])|\#(code)|\#(stamp)"#)
        else { preconditionFailure("the expression for what differs each time does not read") }
        var names: [String: String] = [:]
        let html = withoutOrderOfJudges(html)
        return html.replacing(passing) { match in
            let found = String(html[match.range])
            let kept = ["receipts/", "?shown="].first { found.hasPrefix($0) } ?? ""
            let name = names[found] ?? "\(kept)[\(names.count + 1)]"
            names[found] = name
            return name
        }
    }

    /// Which judge is J1 follows from ids, and these differ each time: the scores of a row stand by size.
    private static func withoutOrderOfJudges(_ html: String) -> String {
        html.replacing(/J\d+ [0-9.]+(?: · J\d+ [0-9.]+)+/) { match in
            let parts = match.output.components(separatedBy: " · ").map { $0.components(separatedBy: " ") }
            let scores = parts.map { $0[1] }.sorted()
            return zip(parts, scores).map { "\($0[0]) \($1)" }.joined(separator: " · ")
        }
    }

    /// The first lines that differ from what was kept; nil when none does.
    func difference(from kept: PageShape) -> String? {
        guard self != kept else { return nil }
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let old = kept.text.split(separator: "\n", omittingEmptySubsequences: false)
        let same = zip(new, old).prefix { $0 == $1 }.count
        func lines(_ all: [Substring], _ sign: String) -> String {
            all.dropFirst(same).prefix(4).map { "\(sign) \($0)" }.joined(separator: "\n")
        }
        return "from line \(same + 1):\n\(lines(old, "-"))\n\(lines(new, "+"))"
    }
}
