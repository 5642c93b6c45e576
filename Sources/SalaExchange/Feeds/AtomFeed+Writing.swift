import SalaThai

extension AtomFeed {
    public static let mediaType = "application/atom+xml; charset=utf-8"

    /// The feed as an XML document in UTF-8.
    public var xml: String {
        var lines = [
            #"<?xml version="1.0" encoding="utf-8"?>"#,
            XML.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language]),
            XML.element("id", id), XML.element("title", title),
        ]
        if let subtitle { lines.append(XML.element("subtitle", subtitle)) }
        lines += [
            XML.element("updated", updated.iso), Self.person(author),
            XML.empty("link", ["rel": "self", "type": "application/atom+xml", "href": address]),
            XML.empty("link", ["rel": "alternate", "type": "text/html", "href": page]),
            XML.element("generator", "Sala"),
        ]
        lines += entries.map(Self.written)
        lines.append("</feed>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func written(_ entry: Entry) -> String {
        var lines = [
            "<entry>", XML.element("id", entry.id), XML.element("title", entry.title),
            XML.element("updated", entry.updated.iso),
            XML.empty("link", ["rel": "alternate", "type": "text/html", "href": entry.page]),
        ]
        if let author = entry.author { lines.append(person(author)) }
        lines += entry.categories.map { XML.empty("category", ["term": $0.term, "label": $0.label]) }
        if let picture = entry.picture {
            lines.append(
                XML.empty(
                    "link",
                    [
                        "rel": "enclosure", "type": picture.mediaType, "length": String(picture.bytes),
                        "href": picture.url,
                    ]))
        }
        if let summary = entry.summary { lines.append(XML.element("summary", summary)) }
        if let content = entry.content {
            lines.append("<content type=\"text\">\(XML.escaped(content))</content>")
        }
        lines.append("</entry>")
        return lines.joined(separator: "\n")
    }

    private static func person(_ name: String) -> String {
        "<author>" + XML.element("name", name) + "</author>"
    }
}
