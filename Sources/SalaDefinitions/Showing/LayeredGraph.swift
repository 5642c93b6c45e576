/// A directed graph set in layers from top to bottom, after Sugiyama, Tagawa and Toda, "Methods for Visual
/// Understanding of Hierarchical System Structures" (1981): break circles, layer, order, place.
struct LayeredGraph {
    struct Size: Equatable {
        var width: Double
        var height: Double
    }

    struct Point: Equatable {
        var x: Double
        var y: Double
    }

    /// The centre of each node, in the order they were given.
    private(set) var centres: [Point] = []
    /// The points that each edge runs through: upright beside other nodes, slanting between layers.
    private(set) var routes: [[Point]] = []
    private(set) var size = Size(width: 0, height: 0)

    private static let gap = Size(width: 28, height: 46)

    private var sizes: [Size]
    private let edges: [(from: Int, to: Int)]
    private var layer: [Int] = []
    /// The nodes of each layer from left to right; those beyond the given ones are bends of edges.
    private var rows: [[Int]] = []
    private var above: [[Int]] = []
    private var below: [[Int]] = []
    private var chains: [[Int]] = []

    /// - Parameter edges: pairs of indices into `sizes`; node 0 goes first.
    init(sizes: [Size], edges: [(from: Int, to: Int)]) {
        self.sizes = sizes
        self.edges = edges
        let back = LayeredGraph.backEdges(count: sizes.count, edges)
        let forward = edges.enumerated().map { back.contains($0) ? (from: $1.to, to: $1.from) : $1 }
        layer = LayeredGraph.layers(count: sizes.count, forward)
        addBends(forward)
        order()
        place(reversing: back)
    }

    /// The edges that close a circle when one walks from node 0, depth first.
    private static func backEdges(count: Int, _ edges: [(from: Int, to: Int)]) -> Set<Int> {
        var back: Set<Int> = []
        var state = [Int](repeating: 0, count: count)
        func visit(_ node: Int) {
            state[node] = 1
            for (index, edge) in edges.enumerated() where edge.from == node {
                if state[edge.to] == 1 { back.insert(index) }
                if state[edge.to] == 0 { visit(edge.to) }
            }
            state[node] = 2
        }
        for node in 0..<count where state[node] == 0 { visit(node) }
        return back
    }

    /// The length of the longest way to each node.
    private static func layers(count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
        var layer = [Int](repeating: 0, count: count)
        // Without circles, as many rounds as nodes settle every way.
        for _ in 0..<count {
            for edge in edges { layer[edge.to] = max(layer[edge.to], layer[edge.from] + 1) }
        }
        return layer
    }

    private mutating func addBends(_ forward: [(from: Int, to: Int)]) {
        for edge in forward {
            var chain = [edge.from]
            for between in layer[edge.from] + 1..<max(layer[edge.to], layer[edge.from] + 1) {
                chain.append(sizes.count)
                sizes.append(Size(width: 8, height: 0))
                layer.append(between)
            }
            chains.append(chain + [edge.to])
        }
        above = Array(repeating: [], count: sizes.count)
        below = above
        for chain in chains {
            for (upper, lower) in zip(chain, chain.dropFirst()) {
                below[upper].append(lower)
                above[lower].append(upper)
            }
        }
        rows = Array(repeating: [], count: (layer.max() ?? 0) + 1)
        for node in sizes.indices { rows[layer[node]].append(node) }
    }

    /// Sorts each layer by the mean place of its neighbours, down and up, and keeps the fewest crossings.
    private mutating func order() {
        var best = rows
        var fewest = crossings()
        for sweep in 0..<24 {
            let isDown = sweep.isMultiple(of: 2)
            let neighbours = isDown ? above : below
            for row in isDown ? Array(rows.indices) : rows.indices.reversed() {
                let places = self.places()
                let means = rows[row].enumerated().map { index, node in
                    let near = neighbours[node].map { Double(places[$0]) }
                    return (
                        near.isEmpty ? Double(index) : near.reduce(0, +) / Double(near.count), index, node
                    )
                }
                rows[row] = means.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { $0.2 }
            }
            let count = crossings()
            if count < fewest {
                fewest = count
                best = rows
            }
        }
        rows = best
    }

    private func places() -> [Int] {
        var places = [Int](repeating: 0, count: sizes.count)
        for row in rows {
            for (index, node) in row.enumerated() { places[node] = index }
        }
        return places
    }

    private func crossings() -> Int {
        let places = places()
        var count = 0
        for row in rows {
            let ends = row.flatMap { node in below[node].map { (places[node], places[$0]) } }
            for (index, one) in ends.enumerated() {
                for other in ends.dropFirst(index + 1) where (one.0 - other.0) * (one.1 - other.1) < 0 {
                    count += 1
                }
            }
        }
        return count
    }

    private mutating func place(reversing back: Set<Int>) {
        let x = columns()
        let heights = rows.map { row in row.map { sizes[$0].height }.max() ?? 0 }
        let tops = heights.indices.map { index in
            heights[..<index].reduce(0) { $0 + $1 + LayeredGraph.gap.height }
        }
        let count = sizes.count - chains.map { $0.count - 2 }.reduce(0, +)
        centres = (0..<count).map { Point(x: x[$0], y: tops[layer[$0]] + heights[layer[$0]] / 2) }
        routes = chains.enumerated().map { number, chain in
            var route: [Point] = []
            for (index, node) in chain.enumerated() {
                let top = tops[layer[node]]
                let bottom = top + heights[layer[node]]
                let isBend = index > 0 && index < chain.count - 1
                let half = isBend ? 0 : sizes[node].height / 2
                let middle = (top + bottom) / 2
                if index > 0 {
                    let port = self.port(of: node, chain[index - 1], x, isBelow: false)
                    route += [Point(x: port, y: top), Point(x: port, y: middle - half)]
                }
                if index < chain.count - 1 {
                    let port = self.port(of: node, chain[index + 1], x, isBelow: true)
                    route += [Point(x: port, y: middle + half), Point(x: port, y: bottom)]
                }
            }
            return back.contains(number) ? route.reversed() : route
        }
        let right = sizes.indices.map { x[$0] + sizes[$0].width / 2 }.max() ?? 0
        size = Size(width: right, height: (tops.last ?? 0) + (heights.last ?? 0))
    }

    /// Where an edge meets the upper or lower side of a node: the edges of a side stand beside each other.
    private func port(of node: Int, _ other: Int, _ x: [Double], isBelow: Bool) -> Double {
        let near = (isBelow ? below : above)[node].sorted { (x[$0], $0) < (x[$1], $1) }
        guard let index = near.firstIndex(of: other) else { return x[node] }
        let step = min(22, (sizes[node].width - 24) / Double(max(1, near.count)))
        return x[node] + (Double(index) - Double(near.count - 1) / 2) * max(0, step)
    }

    /// The x of each node: near the mean of its neighbours, in order and without touching.
    private func columns() -> [Double] {
        var x = [Double](repeating: 0, count: sizes.count)
        for row in rows { LayeredGraph.settle(row, sizes, wanted: row.map { _ in 0 }, &x) }
        for sweep in 0..<40 {
            let isDown = sweep.isMultiple(of: 2)
            for row in isDown ? rows : rows.reversed() {
                let wanted = row.map { node in
                    let near = (above[node] + below[node]).map { x[$0] }
                    return near.isEmpty ? x[node] : near.reduce(0, +) / Double(near.count)
                }
                LayeredGraph.settle(row, sizes, wanted: wanted, &x)
            }
        }
        let left = sizes.indices.map { x[$0] - sizes[$0].width / 2 }.min() ?? 0
        return x.map { ($0 - left).rounded() }
    }

    /// The places nearest to the wanted (least squares) that keep order and gaps: pool adjacent violators.
    private static func settle(_ row: [Int], _ sizes: [Size], wanted: [Double], _ x: inout [Double]) {
        var offsets: [Double] = []
        for (index, node) in row.enumerated() {
            let before = index == 0 ? 0 : offsets[index - 1] + sizes[row[index - 1]].width / 2 + gap.width
            offsets.append(index == 0 ? 0 : before + sizes[node].width / 2)
        }
        var blocks: [(mean: Double, count: Int)] = []
        for (want, offset) in zip(wanted, offsets) {
            var block = (mean: want - offset, count: 1)
            while let last = blocks.last, last.mean > block.mean {
                blocks.removeLast()
                let count = last.count + block.count
                block = (
                    (last.mean * Double(last.count) + block.mean * Double(block.count)) / Double(count), count
                )
            }
            blocks.append(block)
        }
        let means = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
        for (index, node) in row.enumerated() { x[node] = means[index] + offsets[index] }
    }
}
