import Foundation

extension Markup {
    /// What a page must not have or must not lack, as sentences; none when all is well.
    var faults: [String] {
        security + forms + names + structure
    }

    /// Nothing that the content security policy forbids, or that another page could reach through.
    private var security: [String] {
        var faults: [String] = []
        for tag in tags {
            for name in tag.attributes.keys where name.hasPrefix("on") || name == "style" {
                faults.append("<\(tag.name)> has the attribute \(name)")
            }
            if tag.name == "style" { faults.append("there is a <style>") }
            if tag.name == "script", tag.attributes["src"]?.hasPrefix("/js/") != true, !tag.isEnd {
                faults.append("there is a script that is no file of the site's")
            }
            for name in ["href", "src", "action", "formaction"] {
                guard let address = tag.attributes[name] else { continue }
                if address.lowercased().hasPrefix("javascript:") { faults.append("\(name) is a script") }
                if name != "href", !address.hasPrefix("/") {
                    faults.append("\(name)=\(address) leads elsewhere")
                }
            }
            if tag.attributes["target"] == "_blank", tag.attributes["rel"]?.contains("noopener") != true {
                faults.append("a link opens a window without noopener")
            }
        }
        return faults
    }

    private var forms: [String] {
        contents("form").compactMap { form, html in
            let hasToken = html.contains(/<input type="hidden" name="csrf" value="[^"]+">/)
            let posts = form.attributes["method"] == "post"
            if posts, !hasToken { return "a form that posts has no token" }
            return !posts && hasToken ? "a form that gets shows its token" : nil
        }
    }

    /// Everything that is heard has a name.
    private var names: [String] {
        var faults: [String] = []
        let labels = contents("label")
        let named = Set(labels.compactMap { $0.tag.attributes["for"] })
        for tag in tags where ["input", "select", "textarea"].contains(tag.name) && !tag.isEnd {
            guard tag.attributes["type"] != "hidden", tag.attributes["hidden"] == nil else { continue }
            let isInside = labels.contains { $0.html.startIndex <= tag.start && tag.start < $0.html.endIndex }
            let hasName =
                tag.attributes["aria-label"]?.isEmpty == false || tag.attributes["aria-labelledby"] != nil
            let isNamed = tag.attributes["id"].map(named.contains) ?? false
            if !isInside, !hasName, !isNamed {
                faults.append("<\(tag.name) name=\(tag.attributes["name"] ?? "")> has no label")
            }
        }
        for image in openings("img") where image.attributes["alt"] == nil {
            faults.append("an image has no alt")
        }
        for name in ["button", "a", "summary", "legend", "th", "h1", "h2", "h3"] {
            for (tag, html) in contents(name) {
                let heard = html.replacing(/<img [^>]*alt="([^"]*)"[^>]*>/) { $0.output.1 }
                let words = heard.replacing(/<[^>]*>/, with: "").filter { !$0.isWhitespace }
                if words.isEmpty, tag.attributes["aria-label"] == nil { faults.append("an empty <\(name)>") }
            }
        }
        return faults
    }

    private var structure: [String] {
        var faults: [String] = []
        if openings("h1").count != 1 { faults.append("\(openings("h1").count) <h1>") }
        if openings("main").count != 1 { faults.append("\(openings("main").count) <main>") }
        // A drawing may have titles of its own.
        let head = html.components(separatedBy: "</head>")[0]
        if head.ranges(of: "<title>").count != 1 { faults.append("the head has not one <title>") }
        let ids = tags.compactMap { $0.attributes["id"] }
        let twice = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        faults += twice.map { "two elements with the id \($0)" }
        for tag in tags {
            for name in ["aria-describedby", "aria-labelledby", "for"] {
                for id in (tag.attributes[name] ?? "").split(separator: " ") where !ids.contains(String(id)) {
                    faults.append("\(name) names \(id), which is not there")
                }
            }
            if tag.name == "a", let address = tag.attributes["href"], address.hasPrefix("#"),
                !ids.contains(String(address.dropFirst()))
            {
                faults.append("a link leads to \(address), which is not there")
            }
        }
        let levels = tags.filter { !$0.isEnd && $0.name.count == 2 && $0.name.first == "h" }
            .compactMap { $0.name.last?.wholeNumberValue }
        for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
            faults.append("a heading of level \(after) follows one of level \(before)")
        }
        return faults
    }
}
