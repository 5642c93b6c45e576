public import SalaEngine

/// A picture of a programme's workflow, drawn without any tool.
public enum WorkflowDrawing {
    /// A self-contained SVG: stages as boxes, actions as labelled arrows; the same for the same programme.
    public static func svg(_ programme: Programme, language: Language) -> String {
        let stages = programme.workflow.stages.map { DrawnStage($0, of: programme, language) }
        let actions = programme.workflow.actions.map { DrawnAction($0, of: programme, language) }
        let index = Dictionary(
            uniqueKeysWithValues: programme.workflow.stages.enumerated().map { ($1.name, $0) })
        var edges: [(from: Int, to: Int)] = []
        for (offset, action) in programme.workflow.actions.enumerated() {
            let node = stages.count + offset
            edges += action.from.compactMap { index[$0] }.map { (from: $0, to: node) }
            edges += [index[action.to]].compactMap { $0 }.map { (from: node, to: $0) }
        }
        let graph = LayeredGraph(sizes: stages.map(\.size) + actions.map(\.size), edges: edges)
        let lines = edges.enumerated().map { number, edge in
            let isClock =
                programme.workflow.actions[max(edge.from, edge.to) - stages.count].by == [Action.clockRole]
            return line(graph.routes[number], reachesStage: edge.to < stages.count, isDashed: isClock)
        }
        let boxes = stages.enumerated().map { $1.svg(at: graph.centres[$0]) }
        let labels = actions.enumerated().map { $1.svg(at: graph.centres[stages.count + $0]) }
        let title = Svg.escaped(programme.texts["programme.name", language])
        let start = startMark(graph, stages, language)
        return frame(graph.size, title: title, (lines + labels + boxes + [start]).joined(separator: "\n"))
    }

    private static func frame(_ size: LayeredGraph.Size, title: String, _ body: String) -> String {
        let margin = 24.0
        let top = 44.0
        let width = Svg.number(size.width + 2 * margin)
        let height = Svg.number(size.height + top + margin)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(width)" height="\(height)" \
            viewBox="-\(Svg.number(margin)) -\(Svg.number(top)) \(width) \(height)" \
            font-family="Sarabun, 'Noto Sans Thai', sans-serif">
            <title>\(title)</title>
            <rect x="-\(Svg.number(margin))" y="-\(Svg.number(top))" width="\(width)" height="\(height)" \
            fill="#FBFAF7"/>
            \(body)
            </svg>

            """
    }

    private static func startMark(
        _ graph: LayeredGraph, _ stages: [DrawnStage], _ language: Language
    ) -> String {
        let centre = graph.centres[0]
        let top = centre.y - stages[0].size.height / 2
        let x = Svg.number(centre.x)
        let word = Svg.escaped(DrawingWords(language).start)
        return """
            <circle cx="\(x)" cy="\(Svg.number(top - 28))" r="6" fill="#1D2327"/>
            <text x="\(Svg.number(centre.x + 14))" y="\(Svg.number(top - 24))" font-size="12" \
            fill="#1D2327">\(word)</text>
            <path d="M\(x) \(Svg.number(top - 22))V\(Svg.number(top - 8))" stroke="#1D2327" \
            stroke-width="1.5"/>
            \(arrowHead(LayeredGraph.Point(x: centre.x, y: top), pointsDown: true, "#1D2327"))
            """
    }

    /// A smooth line along the route, with an arrow head where it reaches a stage.
    private static func line(_ route: [LayeredGraph.Point], reachesStage: Bool, isDashed: Bool) -> String {
        var points = route
        let end = points[points.count - 1]
        let goesDown = end.y >= points[points.count - 2].y && end.y > points[0].y
        if reachesStage { points[points.count - 1].y += goesDown ? -7 : 7 }
        var path = "M\(Svg.number(points[0].x)) \(Svg.number(points[0].y))"
        for (here, next) in zip(points, points.dropFirst()) {
            if here.x == next.x {
                path += "V\(Svg.number(next.y))"
            } else {
                let middle = Svg.number((here.y + next.y) / 2)
                path += "C\(Svg.number(here.x)) \(middle) \(Svg.number(next.x)) \(middle) "
                path += "\(Svg.number(next.x)) \(Svg.number(next.y))"
            }
        }
        let colour = isDashed ? "#8A5A00" : "#0B5C5E"
        let dashes = isDashed ? " stroke-dasharray=\"5 4\"" : ""
        let drawn = "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\"\(dashes)/>"
        return reachesStage ? drawn + "\n" + arrowHead(end, pointsDown: goesDown, colour) : drawn
    }

    private static func arrowHead(_ tip: LayeredGraph.Point, pointsDown: Bool, _ colour: String) -> String {
        let base = Svg.number(tip.y + (pointsDown ? -9 : 9))
        let left = "\(Svg.number(tip.x - 5)) \(base)"
        let right = "\(Svg.number(tip.x + 5)) \(base)"
        return "<path d=\"M\(Svg.number(tip.x)) \(Svg.number(tip.y))L\(left)L\(right)Z\" fill=\"\(colour)\"/>"
    }
}
