import Foundation
import FoundationXML
import SalaEngine
import SalaStore
import Testing

@testable import SalaExchange

/// Reads a document as a parser does that knows namespaces.
private final class Reader: NSObject, XMLParserDelegate {
    struct Element {
        var path: String
        var attributes: [String: String]
        var text = ""
    }

    var elements: [Element] = []
    var open: [Int] = []
    var namespaces: Set<String> = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        namespaces.insert(namespaceURI ?? "")
        let parent = open.last.map { elements[$0].path + "/" } ?? ""
        elements.append(Element(path: parent + name, attributes: attributes))
        open.append(elements.count - 1)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    static func elements(_ xml: String) throws -> (elements: [Element], namespaces: Set<String>) {
        let reader = Reader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.shouldProcessNamespaces = true
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return (reader.elements, reader.namespaces)
    }
}

@Suite("Feeds of registers")
struct AtomFeedTests {
    private func feed(_ language: Language = .thai) -> AtomFeed {
        let sample = SampleRegister()
        let entries = [
            sample.entry(
                "S-0002", ["title": .text("งาน <ที่สอง> & \"อื่น\"\u{0008}")], since: "2021-10-02T08:30:00+07:00",
                withPicture: true),
            sample.entry("S/0001", ["title": .text("งานแรก"), "summary": .text("สรุป]]>")]),
        ]
        return AtomFeed(
            following: sample.dataSet, entries: entries, language: language)
    }

    private func texts(_ path: String, _ xml: String) throws -> [String] {
        try Reader.elements(xml).elements.filter { $0.path == path }.map(\.text)
    }

    @Test("the feed is well-formed XML in Atom's namespace alone")
    func namespaces() throws {
        #expect(try Reader.elements(feed().xml).namespaces == ["http://www.w3.org/2005/Atom"])
    }

    @Test(
        "the feed has one id, title, updated, author and link to itself, as RFC 4287 4.1.1 demands"
    )
    func feedElements() throws {
        let xml = feed().xml
        #expect(try texts("feed/id", xml) == ["urn:uuid:00000000-0000-4000-8000-0000000000c1"])
        #expect(try texts("feed/title", xml) == ["ประกวด \"ตัวอย่าง\" & เพื่อน"])
        #expect(try texts("feed/updated", xml) == ["2021-10-02T01:30:00Z"])
        #expect(try texts("feed/author/name", xml) == ["สำนักงานตัวอย่าง"])
        #expect(try texts("feed/subtitle", xml) == ["โครงการตัวอย่าง <ทดสอบ>"])
        let links = try Reader.elements(xml).elements.filter { $0.path == "feed/link" }.map(\.attributes)
        #expect(
            links.filter { $0["rel"] == "self" }.map { $0["href"] } == [
                "https://sala.example/register/sample/feed.atom"
            ])
        #expect(
            links.filter { $0["rel"] == "alternate" }.map { $0["href"] } == [
                "https://sala.example/register/sample"
            ])
    }

    @Test("each entry has exactly one id, title and updated, and a page, as RFC 4287 4.1.2 demands")
    func entryElements() throws {
        let xml = feed().xml
        #expect(
            try texts("feed/entry/id", xml) == [
                "urn:uuid:00000000-0000-4000-8000-0000000000c1#S-0002",
                "urn:uuid:00000000-0000-4000-8000-0000000000c1#S%2F0001",
            ])
        #expect(try texts("feed/entry/title", xml) == ["งาน <ที่สอง> & \"อื่น\"", "งานแรก"])
        #expect(try texts("feed/entry/updated", xml) == ["2021-10-02T01:30:00Z", "2021-10-01T02:00:00Z"])
        #expect(try texts("feed/entry/summary", xml) == ["สรุป]]>"])
        #expect(
            try texts("feed/entry/author/name", xml)
                == Array(repeating: "เทศบาลตำบลตัวอย่าง จังหวัดเชียงใหม่", count: 2))
        let elements = try Reader.elements(xml).elements
        let links = elements.filter { $0.path == "feed/entry/link" }.map(\.attributes)
        #expect(links.filter { $0["rel"] == "alternate" }.count == 2)
        let enclosure = try #require(links.first { $0["rel"] == "enclosure" })
        #expect(enclosure["type"] == "image/jpeg" && enclosure["length"] == "1234")
        let categories = elements.filter { $0.path == "feed/entry/category" }.map(\.attributes)
        let terms = ["selected", "SubdistrictMunicipality"]
        #expect(categories.map { $0["term"] } == terms + terms)
        let labels = ["ได้รับรางวัล", "SubdistrictMunicipality in th"]
        #expect(categories.map { $0["label"] } == labels + labels)
    }

    @Test("each entry says all that its page shows, by the page's own words, and nothing private")
    func content() throws {
        let sample = SampleRegister()
        let entry = sample.entry(
            "S-0001",
            [
                "title": .text("งาน"), "problem": .text("น้ำท่วม <ทุกปี>"), "field": .text("health"),
                "phone": .text("0800000000"),
            ])
        let xml = AtomFeed(following: sample.dataSet, entries: [entry], language: .thai).xml
        #expect(
            try texts("feed/entry/content", xml) == ["ชื่อผลงาน: งาน\n\nปัญหา: น้ำท่วม <ทุกปี>\n\nด้าน: สาธารณสุข"])
    }

    @Test("ids stay the same in another language")
    func stableIDs() {
        #expect(feed(.thai).entries.map(\.id) == feed(.english).entries.map(\.id))
        #expect(feed(.thai).id == feed(.english).id)
    }

    @Test("a register without entries was last changed when the call opened")
    func emptyFeed() throws {
        let sample = SampleRegister()
        let dataSet = RegisterDataSet(
            sample.call, of: sample.programme, office: nil, addresses: sample.addresses,
            kindWords: { kind, _ in kind })
        let feed = AtomFeed(following: try #require(dataSet), entries: [], language: .english)
        #expect(try texts("feed/updated", feed.xml) == ["2021-07-11T17:00:00Z"])
        #expect(try texts("feed/author/name", feed.xml) == ["Sample contest"])
    }
}
