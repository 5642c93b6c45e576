import SalaEngine

/// An action as the label of its arrows: its name and who may take it.
struct DrawnAction {
    private let name: DrawnText
    private let actors: DrawnText

    init(_ action: Action, of programme: Programme, _ language: Language) {
        let words = DrawingWords(language)
        var actors = action.by.map {
            $0 == Action.clockRole ? words.clock : programme.texts["role.\($0)", language]
        }
        if action.isHeld { actors.append(words.held) }
        name = DrawnText(programme.texts["action.\(action.name)", language], fontSize: 14, width: 170)
        self.actors = DrawnText(actors.joined(separator: " · "), fontSize: 12, width: 170)
    }

    var size: LayeredGraph.Size {
        LayeredGraph.Size(width: max(name.width, actors.width) + 12, height: name.height + actors.height + 8)
    }

    func svg(at centre: LayeredGraph.Point) -> String {
        let top = centre.y - size.height / 2
        return [
            """
            <rect x="\(Svg.number(centre.x - size.width / 2))" y="\(Svg.number(top))" \
            width="\(Svg.number(size.width))" height="\(Svg.number(size.height))" rx="4" fill="#FBFAF7"/>
            """,
            name.svg(x: centre.x, top: top + 4, fill: "#0B5C5E", weight: 600),
            actors.svg(x: centre.x, top: top + 4 + name.height, fill: "#3C464D"),
        ].joined(separator: "\n")
    }
}
