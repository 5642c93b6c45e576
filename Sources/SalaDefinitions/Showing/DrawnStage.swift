import SalaEngine

/// A stage as a box: its name and what holds in it.
struct DrawnStage {
    private let name: DrawnText
    private let marks: DrawnText
    private let isFinal: Bool
    private let fill: String

    init(_ stage: Stage, of programme: Programme, _ language: Language) {
        let words = DrawingWords(language)
        var marks: [String] = []
        if stage.isOpen { marks.append(words.open) }
        if let round = stage.round { marks.append(programme.texts["round.\(round)", language]) }
        if case .workingDays(let days) = stage.clock?.within {
            marks.append(DrawingWords.days(days, language))
        }
        if stage.isPublic { marks.append(words.isPublic) }
        if stage.isFinal { marks.append(words.final) }
        name = DrawnText(programme.texts["stage.\(stage.name)", language], fontSize: 15, width: 230)
        self.marks = DrawnText(marks.joined(separator: " · "), fontSize: 12, width: 230)
        isFinal = stage.isFinal
        fill =
            stage.isPublic ? "#E3F1E4" : stage.round != nil ? "#FFF4D6" : stage.isOpen ? "#E6F1F1" : "#FFFFFF"
    }

    var size: LayeredGraph.Size {
        LayeredGraph.Size(
            width: max(120, name.width, marks.width) + 28, height: name.height + marks.height + 18)
    }

    func svg(at centre: LayeredGraph.Point) -> String {
        let left = centre.x - size.width / 2
        let top = centre.y - size.height / 2
        func box(inset: Double, fill: String) -> String {
            """
            <rect x="\(Svg.number(left + inset))" y="\(Svg.number(top + inset))" \
            width="\(Svg.number(size.width - 2 * inset))" height="\(Svg.number(size.height - 2 * inset))" \
            rx="\(Svg.number(8 - inset))" fill="\(fill)" stroke="#1D2327" stroke-width="1.5"/>
            """
        }
        return [
            box(inset: 0, fill: fill), isFinal ? box(inset: 4, fill: "none") : "",
            name.svg(x: centre.x, top: top + 9, fill: "#1D2327", weight: 600),
            marks.svg(x: centre.x, top: top + 9 + name.height, fill: "#3C464D"),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
