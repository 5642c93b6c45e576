import Foundation

/// A page cut roughly into its tags, as far as tests look at it; scripts and comments, which no page has
/// inside,
/// are not understood.
struct Markup {
    struct Tag {
        var name: String
        /// Empty where the attribute stands without a value.
        var attributes: [String: String]
        var isEnd: Bool
        /// Where the tag begins in the page.
        var start: String.Index
        /// Where what it holds begins.
        var end: String.Index
    }

    let html: String
    let tags: [Tag]

    init(_ html: String) {
        self.html = html
        tags = html.matches(of: /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/).map { match in
            var attributes: [String: String] = [:]
            for attribute in match.output.3.matches(of: /([^\s=>]+)(?:="([^"]*)")?/) {
                attributes[String(attribute.output.1)] = attribute.output.2.map(String.init) ?? ""
            }
            return Tag(
                name: String(match.output.2), attributes: attributes, isEnd: !match.output.1.isEmpty,
                start: match.range.lowerBound, end: match.range.upperBound)
        }
    }

    func openings(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isEnd } }

    /// What stands between each of these tags and its end; elements of that name must not hold one another.
    func contents(_ name: String) -> [(tag: Tag, html: Substring)] {
        openings(name).map { tag in
            let end =
                tags.first { $0.name == name && $0.isEnd && $0.start >= tag.end }?.start ?? html.endIndex
            return (tag, html[tag.end..<end])
        }
    }
}
