import Foundation
import SalaEngine
import SalaStore
import Testing

@testable import SalaWeb

@Suite("The templates that Sala ships")
struct ShippedTemplateTests {
    private let root = ShippedTemplates.root

    private func files(_ folder: String, _ ending: String) throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        var texts: [String: String] = [:]
        for case let path as String in try #require(paths) where path.hasSuffix(ending) {
            texts[path] = try String(contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
        }
        try #require(!texts.isEmpty)
        return texts
    }

    @Test("the style guide answers every tag of every part", arguments: Language.allCases)
    func styleGuide(language: Language) throws {
        let library = try ShippedTemplates.library()
        let page = StyleGuidePage.sample(language)
        #expect(library.unknownTags(template: StyleGuidePage.template, sample: page) == [])
        let html = try library.render(page, language: language)
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(!html.contains("{{"))
        #expect(html.contains(#"<textarea id="field-summary" name="summary" rows="3" maxlength="2000""#))
        #expect(html.contains(">\nบรรทัดแรก\n&lt;b&gt;line two&lt;/b&gt;</textarea>"))
        #expect(
            html.contains(
                #"name="budget" value="\#(language == .thai ? "สองแสน" : "two hundred thousand")""#))
        #expect(html.contains(#"aria-describedby="field-budget-error" aria-invalid="true""#))
    }

    @Test("every link of the error summary leads to an element of the page")
    func anchors() throws {
        let page = StyleGuidePage.sample()
        let html = try ShippedTemplates.library().render(page, language: .thai)
        for mistake in try #require(page.errors).mistakes {
            #expect(html.contains("id=\"\(mistake.url.dropFirst())\""))
        }
    }

    @Test("every text is used by a template or named in Swift")
    func unusedTexts() throws {
        let swift = try files("Sources", ".swift").values.joined()
        let begun = swift.matches(of: /"([a-z-]+\.[a-z.-]*)\\\(/).map(\.output.1)
        let unnamed = try ShippedTemplates.library().unusedTexts.filter { key in
            !swift.contains("\"\(key)\"") && !begun.contains { key.hasPrefix($0) }
        }
        #expect(unnamed.sorted() == [])
    }

    @Test("no template has inline style or script, which the content security policy forbids")
    func inline() throws {
        let forbidden = try Regex(#"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:"#)
        for (path, text) in try files("Templates", ".mustache") where !path.hasPrefix("letters/") {
            #expect(text.firstMatch(of: forbidden) == nil, "\(path)")
        }
    }

    @Test("every form that posts carries the token against forgery")
    func tokens() throws {
        let form = try Regex(#"(?s)<form[^>]*method="post".*?</form>"#)
        for (path, text) in try files("Templates", ".mustache") where !path.hasPrefix("letters/") {
            for match in text.matches(of: form) {
                let token = path == "layout.mustache" ? "{{>parts/frame-csrf}}" : "{{>parts/csrf}}"
                #expect(text[match.range].contains(token), "\(path)")
            }
        }
    }

    @Test("letters in Thai address people by the name alone, which may begin with a title")
    func address() throws {
        for folder in ["Templates", "Programmes"] {
            for (path, text) in try files(folder, ".th.txt") {
                let rest = text.replacing("ขอขอบคุณ", with: "").replacing("คุณสมบัติ", with: "")
                #expect(!rest.contains("คุณ"), "\(path)")
            }
        }
    }

    @Test("every letter of the house says in lists of letters what it is", arguments: Language.allCases)
    func kinds(language: Language) throws {
        let texts = try ShippedTemplates.library().texts
        for name in AccountLetters.Name.allCases {
            #expect(texts.find("outbox.kind.\(name.rawValue)", language) != nil, "\(name)")
        }
    }

    @Test(
        "no question can be called like a field that stands beside a programme's questions",
        arguments: ["action", "bulk", "entry", "preview"])
    func fields(page: String) throws {
        let templates = try files("Templates", ".mustache")
        var texts = [try #require(templates["pages/\(page).mustache"])]
        #expect(texts[0].contains("{{>parts/field}}"))
        texts += templates.filter { $0.key.hasPrefix("parts/field") || $0.key.hasPrefix("parts/csrf") }.values
        let names = texts.flatMap { text in
            text.matches(of: #/name="(?<name>[a-z-]+)(?<rest>[^"]*)"/#).map { "\($0.name)\($0.rest)" }
        }
        #expect(names.contains("csrf"))
        for name in names { #expect(SentAlong.isBesideQuestions(name), "\(name)") }
    }

    @Test("the script stays under 11 KiB")
    func script() throws {
        #expect(try #require(try files("Public", ".js")["js/sala.js"]).utf8.count < 11 * 1024)
    }

    @Test("a call's title stands in quotation marks in Thai letters, whatever word it begins with")
    func quotedTitles() throws {
        let bare = try Regex(#"[^“]\{\{call\}\}"#)
        let letters = try ["Templates", "Programmes"].flatMap { try files($0, ".th.txt") }
        #expect(letters.contains { $0.value.contains("“{{call}}”") })
        for (path, text) in letters {
            #expect(text.firstMatch(of: bare) == nil, "\(path)")
        }
    }

    @Test("every icon that a template shows is drawn")
    func icons() throws {
        let drawn = try #require(try files("Public", ".svg")["icons/sala.svg"])
        let used = try Regex(#"sala\.svg#([a-z]+)"#)
        var names = Set(StageBadgeView.Tone.allCases.map { StageBadgeView("", tone: $0).icon })
        for text in try files("Templates", ".mustache").values {
            names.formUnion(text.matches(of: used).compactMap { $0.output[1].substring.map(String.init) })
        }
        for name in names {
            #expect(drawn.contains("<symbol id=\"\(name)\""), "\(name)")
        }
    }
}
