import Foundation
import SalaEngine
import Testing

@testable import SalaWeb

/// A page of the tests' own, with one thing of each sort.
private struct Sheet: SalaWeb.Page {
    struct Item: Sendable {
        var word: String
        var remark: String?
    }

    static let template = "pages/sheet"
    var chrome = Chrome.sample()
    var heading = "<Rice & fish>"
    var days = "3"
    var remark: String? = "outer"
    var items = [Item(word: "one", remark: nil), Item(word: "two", remark: "inner")]
    var none: [Item] = []
    var control = FieldControl.note(ReadingControl(paragraphs: ["note"]))
}

@Suite("Templates")
struct TemplateLibraryTests {
    private func library(
        _ templates: [String: String], thai: [String: String] = [:], english: [String: String]? = nil,
        unescapedTags: [String: Set<String>] = [:]
    ) throws -> TemplateLibrary {
        try TemplateLibrary(
            sources: templates.sorted { $0.key < $1.key }.map {
                TemplateSource(name: $0.key, text: $0.value)
            },
            texts: Texts([.thai: thai, .english: english ?? thai]), unescapedTags: unescapedTags)
    }

    @Test("a text stands in the page's language, escaped, with its tags filled")
    func texts() throws {
        let library = try library(
            ["pages/sheet": "<p>{{t.call.left}}</p>"], thai: ["call.left": "อีก {{days}} วัน & คืน"],
            english: ["call.left": "{{days}} days <left>"])
        #expect(try library.render(Sheet(), language: .thai) == "<p>อีก 3 วัน &amp; คืน</p>")
        #expect(try library.render(Sheet(), language: .english) == "<p>3 days &lt;left&gt;</p>")
        #expect(library.say("call.left", .thai, ["days": "7"]) == "อีก 7 วัน & คืน")
    }

    @Test("one and many have forms of their own where a language tells them apart")
    func counting() throws {
        let forms = ["call.left.one": "{{count}} day", "call.left.other": "{{count}} days"]
        let library = try library(["layout": ""], thai: ["call.left": "{{count}} วัน"], english: forms)
        #expect(library.say("call.left", .english, ["count": "1"]) == "1 day")
        #expect(library.say("call.left", .english, ["count": "21"]) == "21 days")
        #expect(library.say("call.left", .english, ["count": "0"]) == "0 days")
        #expect(library.say("call.left", .thai, ["count": "1"]) == "1 วัน")
        #expect(library.unusedTexts == ["call.left"])
        let fault = TemplateFault(
            file: "Templates/texts/th.yaml", line: 1,
            message: "texts that another language has are missing: call.left.other")
        #expect(throws: fault) {
            try self.library([:], thai: ["call.left": "ก"], english: ["call.left.other": "days"])
        }
    }

    @Test("what people typed is escaped")
    func escaping() throws {
        let library = try library(["pages/sheet": "{{heading}}"])
        #expect(try library.render(Sheet(), language: .thai) == "&lt;Rice &amp; fish&gt;")
    }

    @Test(
        "what holds Thai letters says so on a page in another language, and nowhere else",
        arguments: [
            ("ระบบแจ้งเตือนน้ำท่วม", Language.english, true), ("LINE OA ของเทศบาล", .english, true),
            ("Flood warning, 1,200 ฿, ๑๒", .english, false), ("", .english, false), ("ระบบ", .thai, false),
            ("Flood warning", .thai, false),
        ])
    func thaiLetters(written: String, page: Language, isMarked: Bool) throws {
        let library = try library([
            "pages/sheet": "<p{{lang(heading)}}>{{#items}}<b{{lang(.remark)}}></b>{{/items}}</p>"
        ])
        var sheet = Sheet()
        sheet.heading = written
        sheet.items = [Sheet.Item(word: "", remark: nil), Sheet.Item(word: "", remark: written)]
        let mark = isMarked ? " lang=\"th\"" : ""
        #expect(try library.render(sheet, language: page) == "<p\(mark)><b></b><b\(mark)></b></p>")
    }

    @Test("an accent over a quotation mark or a bracket does not save it from being escaped")
    func accents() throws {
        let parts = ["parts/heading": "{{heading}}", "layout": "<b>{{$block}}{{/block}}</b>"]
        for text in [
            "{{heading}}", "{{>parts/heading}}", "{{<layout}}{{$block}}{{heading}}{{/block}}{{/layout}}",
        ] {
            let library = try library(parts.merging(["pages/sheet": text]) { $1 })
            var sheet = Sheet()
            sheet.heading = "\"\u{301} onclick='\u{e31}a'\u{301}<\u{301}&"
            let html = try library.render(sheet, language: .thai)
            #expect(
                html.contains("&quot;\u{301} onclick=&#39;\u{e31}a&#39;\u{301}&lt;\u{301}&amp;"), "\(text)")
            #expect(!html.utf8.contains(UInt8(ascii: "\"")) && !html.utf8.contains(UInt8(ascii: "'")))
        }
    }

    @Test("what stands in a list, in another value, in a case, or nowhere is found as by its name")
    func values() throws {
        let library = try library([
            "pages/sheet": """
            {{#items}}{{word}}:{{#.remark}}{{.}}{{/.remark}}{{^.remark}}-{{/.remark}} {{/items}}
            {{chrome.title}} {{#control.note}}{{#paragraphs}}{{.}}{{/paragraphs}}{{/control.note}}
            {{#none}}x{{/none}}{{^none}}none{{/none}} {{#items}}{{remark}} {{/items}}
            {{^empty(items)}}some{{/empty(items)}}{{#empty(none)}} no{{/empty(none)}}
            """
        ])
        var sheet = Sheet()
        sheet.chrome.title = "Title"
        #expect(
            try library.render(sheet, language: .thai)
                == "one:- two:inner \nTitle note\nnone outer inner \nsome no")
    }

    @Test(
        "what would show as nothing, or unescaped, is refused with file and line",
        arguments: [
            ("a\n{{t.no.such}}", "the text `no.such` is in no file of Templates/texts"),
            ("a\n{{{heading}}}", "`heading` may not be shown unescaped; write {{heading}}"),
            ("a\n{{& heading}}", "`heading` may not be shown unescaped; write {{heading}}"),
            ("a\n{{>parts/nothing}}", "there is no template `parts/nothing`"),
            ("a\n{{<nowhere}}{{/nowhere}}", "there is no template `nowhere`"),
            ("a\n{{=<% %>=}}", "delimiters and pragmas are not used here"),
            ("a\n{{#sorted(items)}}{{/sorted(items)}}", noTransform("sorted")),
            ("a\n{{#lang(heading)}}{{/lang(heading)}}", noTransform("lang")),
            ("a\n{{empty(items)}}", noTransform("empty")),
            ("a\n{{#items}}\nb", "{{items}} is not closed"),
            ("{{#items}}\nb{{/days}}", "{{/days}} closes what is not open"),
            ("a\n{{/items}}", "{{/items}} closes what is not open"),
            ("a\n{{heading}", "a tag is not finished"),
            (
                "a\n{{<pages/sheet}}{{heading}}{{/pages/sheet}}",
                "in {{<pages/sheet}} there may be blocks only"
            ),
        ])
    func faults(text: String, message: String) {
        let fault = TemplateFault(file: "Templates/pages/sheet.mustache", line: 2, message: message)
        #expect(throws: fault) { try library(["pages/sheet": text]) }
    }

    @Test("a tag that has a line for itself takes the line with it, and one that has not leaves it")
    func lines() throws {
        let library = try library([
            "parts/line": "part\n", "layout": "{{$block}}\n{{/block}}|\n",
            "pages/sheet": """
            a
              {{#items}}
            {{word}}
            {{/items}}
            {{! nothing }}
            {{#items}} {{word}} {{/items}}
            {{>parts/line}}
            {{>parts/line}}.
            {{<layout}}
            {{$block}}
            block
            {{/block}}
            {{/layout}}
            {{^items}}
            {{/items}}
            {{days}}
            {{^none}}
            end
            {{/none}}
            """,
        ])
        #expect(
            try library.render(Sheet(), language: .thai)
                == "a\none\ntwo\n one  two \npart\npart\n.\nblock\n|\n3\nend\n")
    }

    @Test("a text that one language lacks is refused")
    func missingText() {
        let fault = TemplateFault(
            file: "Templates/texts/en.yaml", line: 1,
            message: "texts that another language has are missing: a.b")
        #expect(throws: fault) { try library([:], thai: ["a.b": "ก"], english: [:]) }
    }

    @Test("texts of a language may stand in several files, but a key in one only")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ path: String, _ text: String) throws {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        try write("pages/sheet.mustache", "{{t.a.b}} {{t.c.d}}")
        for language in ["th", "en"] {
            try write("texts/\(language).yaml", "a:\n  b: one \(language)\n")
            try write("texts/\(language)/more.yaml", "c:\n  d: two\n")
        }
        #expect(try TemplateLibrary(directory: folder).render(Sheet(), language: .english) == "one en two")
        try write("texts/en/twice.yaml", "a:\n  b: again\n")
        let fault = TemplateFault(
            file: "Templates/texts/en/twice.yaml", line: 1, message: "another file has the text `a.b` too")
        #expect(throws: fault) { try TemplateLibrary(directory: folder) }
    }

    @Test("a tag on the list is shown unescaped")
    func leave() throws {
        let library = try library(
            ["pages/sheet": "{{{heading}}}"], unescapedTags: ["pages/sheet": ["heading"]])
        #expect(try library.render(Sheet(), language: .thai) == "<Rice & fish>")
    }

    @Test("a block fills the layout, and a part sees the page it stands in")
    func inheritance() throws {
        let library = try library([
            "layout": "<main>{{$content}}empty{{/content}}</main>",
            "parts/item": "{{word}} of {{days}};",
            "pages/sheet":
                "{{<layout}}{{$content}}{{#items}}{{>parts/item}}{{/items}}{{/content}}{{/layout}}",
        ])
        #expect(try library.render(Sheet(), language: .thai) == "<main>one of 3;two of 3;</main>")
    }

    @Test("indentation of a template never gets into what was typed")
    func indentation() throws {
        let library = try library([
            "parts/box": "<textarea>\n{{typed}}</textarea>",
            "pages/typed": "<div>\n    {{>parts/box}}\n</div>",
        ])
        let page = Typed(typed: "one\ntwo\n")
        #expect(try library.render(page, language: .thai).contains("<textarea>\none\ntwo\n</textarea>"))
    }

    private struct Typed: SalaWeb.Page {
        static let template = "pages/typed"
        var chrome = Chrome.sample()
        var typed: String
    }
}

@Suite("Tags against pages")
struct UnknownTagsTests {
    private func findings(_ text: String, parts: [String: String] = [:]) throws -> [String] {
        let templates = parts.merging(["pages/sheet": text]) { part, _ in part }
        let library = try TemplateLibrary(
            sources: templates.map { TemplateSource(name: $0.key, text: $0.value) }, texts: Texts())
        return library.unknownTags(template: "pages/sheet", sample: Sheet())
    }

    @Test(
        "tags that the page answers pass",
        arguments: [
            "{{heading}} {{chrome.title}} {{#items}}{{word}} {{.word}} {{days}}{{/items}}",
            "{{^items}}{{heading}}{{/items}} {{#empty(items)}}{{days}}{{/empty(items)}}",
            "{{#items}}{{#.remark}}{{.}} {{word}}{{/.remark}}{{/items}}",
            "{{#control.note}}{{#paragraphs}}{{.}}{{/paragraphs}}{{/control.note}}",
        ])
    func known(text: String) throws {
        #expect(try findings(text) == [])
    }

    @Test(
        "a misspelt tag is named with its file and line",
        arguments: [
            ("a\n{{headin}}", "{{headin}} is answered by no property"),
            ("a\n{{chrome.titel}}", "{{chrome.titel}} is answered by no property"),
            ("{{#items}}\n{{wrd}}{{/items}}", "{{wrd}} is answered by no property"),
            ("{{#items}}\n{{.days}}{{/items}}", "{{.days}} is answered by no property"),
            ("a\n{{#itmes}}b{{/itmes}}", "{{itmes}} is answered by no property"),
            ("a\n{{#none}}b{{/none}}", "{{none}} has no value in the sample"),
            (
                "{{#items}}\n{{remark}}{{/items}}",
                "{{remark}} may be nil and then shows an outer one; write {{.remark}}"
            ),
        ])
    func unknown(text: String, message: String) throws {
        #expect(try findings(text) == ["Templates/pages/sheet.mustache:2: \(message)"])
    }

    @Test("parts and layouts are followed, and a block is checked where it is shown")
    func following() throws {
        let parts = [
            "parts/item": "{{word}}\n{{wird}}",
            "layout": "{{#chrome}}{{$content}}{{/content}}{{/chrome}}{{tilte}}",
        ]
        let text =
            "{{<layout}}{{$content}}{{title}}{{#items}}{{>parts/item}}{{/items}}{{/content}}{{/layout}}"
        #expect(
            try findings(text, parts: parts) == [
                "Templates/parts/item.mustache:2: {{wird}} is answered by no property",
                "Templates/layout.mustache:1: {{tilte}} is answered by no property",
            ])
    }
}

private func noTransform(_ name: String) -> String {
    "`\(name)` is no transform here; there are `empty` for sections and `lang` for tags"
}
