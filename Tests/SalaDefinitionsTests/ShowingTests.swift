import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Suite("Showing a programme")
struct ShowingTests {
    private func contest() throws -> Programme {
        try #require(ProgrammeReader.read(try Folders.contest()).0)
    }

    @Test("who-may-what.md in the folder is current")
    func current() throws {
        let file = Folders.contestFolder.appending(path: "who-may-what.md")
        let written = WhoMayWhat.markdown(try contest())
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(kept == written, "write the page anew: its programme has changed")
    }

    @Test("who-may-what.md tells stages, actions, permissions and what the clock does")
    func markdown() throws {
        let page = WhoMayWhat.markdown(try contest())
        #expect(
            page.contains(
                "| officer | organisation | filed | yes | yes | yes | yes | yes | yes | yes | yes |"))
        #expect(page.contains("| contact_phone | officer, screener |"))
        #expect(page.contains("| project_document | officer, screener, judge, chair |"))
        #expect(page.contains("| withdrawn (final, withdrawn) |"))
        #expect(
            page.contains(
                "| draft (first, open) | write<br>submit → screening<br>discard → discarded | – "))
        #expect(page.contains("| lapse → rejected |"))
        #expect(
            page.contains("| return | screener, officer | screening | correction | – | parts, reason, due |"))
    }

    @Test("the drawing names every stage and every action in each language", arguments: Language.allCases)
    func names(_ language: Language) throws {
        let programme = try contest()
        let words = drawnWords(WorkflowDrawing.svg(programme, language: language))
        let keys =
            programme.workflow.stages.map { "stage.\($0.name)" }
            + programme.workflow.actions.map { "action.\($0.name)" }
        for key in keys {
            let text = try #require(programme.texts.find(key, language))
            #expect(words.contains(text), "\(key)")
        }
    }

    @Test("the drawing has a title, closes what it opens, loads nothing, and is the same each time")
    func drawing() throws {
        let programme = try contest()
        let svg = WorkflowDrawing.svg(programme, language: .english)
        #expect(svg == WorkflowDrawing.svg(programme, language: .english))
        #expect(svg.contains("<title>Digital Local innovation contest</title>"))
        #expect(!svg.contains("<style") && !svg.contains("href"))
        #expect(opened(svg) == closed(svg))
    }

    @Test("no two stages of the drawing touch")
    func apart() throws {
        let svg = WorkflowDrawing.svg(try contest(), language: .thai)
        let boxes = svg.matches(
            of: /<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="8"/
        )
        .compactMap { match -> [Double]? in
            let numbers = [match.1, match.2, match.3, match.4].compactMap { Double($0) }
            return numbers.count == 4 ? numbers : nil
        }
        #expect(boxes.count == 10)
        for (index, one) in boxes.enumerated() {
            for other in boxes.dropFirst(index + 1) {
                let apart =
                    one[0] + one[2] < other[0] || other[0] + other[2] < one[0]
                    || one[1] + one[3] < other[1] || other[1] + other[3] < one[1]
                #expect(apart, "\(one) \(other)")
            }
        }
    }

    private func opened(_ svg: String) -> Int { svg.matches(of: /<[a-z]+[^>]*[^\/]>/).count }
    private func closed(_ svg: String) -> Int { svg.matches(of: /<\/[a-z]+>/).count }

    /// The texts of the drawing, lines that were broken joined by spaces.
    private func drawnWords(_ svg: String) -> String {
        svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }.joined(separator: " ")
    }
}
