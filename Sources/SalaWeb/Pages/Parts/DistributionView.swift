/// How often each score was given, as bars with the line that cuts them, and the same as a table.
public struct DistributionView: Sendable {
    /// One bar of the picture and one row of its table.
    public struct Bar: Sendable {
        public var label: String
        public var value: String
        public var x: Int
        public var y: Int
        public var width: Int
        public var height: Int
        public var middle: Int
        /// What of it is below the line, drawn at its foot; nil where nothing is.
        public var below: Part?
    }

    /// The foot of a bar: what of it does not reach the line.
    public struct Part: Sendable {
        public var x: Int
        public var y: Int
        public var width: Int
        public var height: Int
    }

    /// The line between what is selected and what is not.
    public struct CutLine: Sendable {
        public var x: Int
        public var label: String
        /// Where the label has the line, so that it stays within the picture: `start`, `middle` or `end`.
        public let anchor: String

        /// - Parameter width: of the picture.
        init(x: Int, of width: Int, label: String) {
            self.x = x
            self.label = label
            anchor = x < CutLine.margin ? "start" : x > width - CutLine.margin ? "end" : "middle"
        }

        /// Half of the longest label in the letters of a phone.
        private static let margin = 100
    }

    public var title: String
    public var labelHeading: String
    public var valueHeading: String
    public var bars: [Bar]
    public var cut: CutLine?
    public var csvURL: String?
    /// What one bar takes at least, in the picture's own units.
    private static let step = 60
    /// A narrower picture, of few bars, would be drawn larger than its words are read.
    private static let leastWidth = 600
    /// The tallest bar.
    private static let reach = 200

    /// The picture's width in its own units; it reaches from -16 to 260, with the bars standing on 230.
    public let width: Int

    /// Bars in the order given, each with its count and that in words; those before `cutBefore` are below
    /// the line.
    ///
    /// - Parameter below: how many of each bar are, where the line goes through bars.
    public init(
        title: String, labelHeading: String, valueHeading: String,
        counts: [(label: String, count: Int, value: String)],
        cutBefore: Int? = nil, below: [Int]? = nil, cutLabel: String = "", csvURL: String? = nil
    ) {
        let most = max(1, counts.map(\.count).max() ?? 1)
        self.title = title
        self.labelHeading = labelHeading
        self.valueHeading = valueHeading
        self.csvURL = csvURL
        let step = max(Self.step, Self.leastWidth / max(1, counts.count))
        let width = max(counts.count * step, Self.leastWidth)
        self.width = width
        cut = cutBefore.map { CutLine(x: $0 * step, of: width, label: cutLabel) }
        bars = counts.enumerated().map { index, entry in
            let height = entry.count * Self.reach / most
            let x = index * step + 6
            let foot = (below?[index] ?? (index < cutBefore ?? 0 ? entry.count : 0)) * Self.reach / most
            return Bar(
                label: entry.label, value: entry.value, x: x, y: 230 - height,
                width: step - 12, height: height, middle: index * step + step / 2,
                below: foot == 0 ? nil : Part(x: x, y: 230 - foot, width: step - 12, height: foot))
        }
    }
}
