import Foundation
import Testing

@testable import SalaWeb

@Suite("Values that tell their parts themselves")
struct PartTellingTests {
    private static let badge = StageBadgeView("ตรวจ", tone: .waiting)
    private static let due = DaysLeftView(
        text: "อีก 3 วัน", exactTime: "12 ก.ค.", timestamp: "2021", isUrgent: true, isOver: false)
    private static let samples: [any PartTelling & Sendable] = [
        badge, due, ChoiceView(value: "a", label: "b", detail: "c", isChosen: true),
        ChoiceView(value: "a", label: "b"), DeskCellView(label: "l", text: "t", isNumber: true),
        DeskCellView(badge: badge, due: due),
        DeskRowView(
            id: "1", url: "/", title: "t", detail: "d", cells: [DeskCellView(text: "x"), DeskCellView()],
            isChosen: true), DeskRowView(id: "1", url: "/", title: "t", cells: []),
    ]

    @Test("have a sample each")
    func conformers() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Sources/SalaWeb").standardized
        let told = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
            .flatMap { path in
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                return text.matches(of: /(?m)^ *(?:\w+ )*(?:extension|struct|enum) ([\w.]+).*:.*PartTelling/)
                    .map { String($0.1.split(separator: ".").last ?? "") }
            }
        #expect(Set(told) == Set(Self.samples.map { "\(type(of: $0))" }))
    }

    /// What a template could show of a value.
    private func words(_ value: TemplateValue?) -> String {
        switch value {
        case nil: "nil"
        case .text(let text): "'\(text)'"
        case .flag(let flag): "\(flag)"
        case .list(let values): "[\(values.map { words($0) }.joined(separator: ", "))]"
        case .parts(let parts):
            "(\(["text", "label", "tone", "isUrgent"].map { words(parts.part($0)) }.joined(separator: ", ")))"
        }
    }

    @Test("tell every property by its name, with what reflection finds in it")
    func reflection() {
        for sample in Self.samples {
            let mirror = Mirror(reflecting: sample)
            #expect(sample.parts.map(\.name) == mirror.children.compactMap(\.label))
            let found = TemplateParts(mirror)
            let told = TemplateParts(sample)
            for (name, value) in sample.parts {
                #expect(words(value) == words(found.part(name)), "\(name)")
                #expect(words(told.part(name)) == words(value), "\(name)")
            }
            #expect(words(told.part("nothing")) == "nil")
        }
    }
}
