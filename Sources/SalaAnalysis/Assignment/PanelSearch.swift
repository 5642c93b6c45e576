/// Chooses one panel for each entry within the judges' limits: depth first, with Lagrangian bounds on the
/// limits (Fisher, The Lagrangian relaxation method for solving integer programming problems, 1981). It
/// either finds a choice that is worth a target, or proves that there is none, or gives up when it has
/// looked at so many panels.
struct PanelSearch {
    enum Outcome {
        /// By entry the index of its panel.
        case found([Int])
        case none
        case undecided
    }

    let catalogue: PanelCatalogue
    /// By entry: how many of its panels, from the best, may be chosen.
    let counts: [Int]
    /// A choice is worth the sum of its panels; otherwise every choice is worth nothing.
    let isValued: Bool
    let target: Int64
    /// Panels that may still be looked at.
    private(set) var budget: Int

    private var limits: [ClosedRange<Int>]
    /// By entry the index of its panel, or -1.
    private var choice: [Int]
    private var chosenWorth: Int64 = 0
    private var found: [Int]?

    /// With the sums as values the target is a total, without them the search is for any choice.
    init(
        _ catalogue: PanelCatalogue, _ limits: [ClosedRange<Int>], floor: Int64, total target: Int64?,
        budget: Int
    ) {
        self.catalogue = catalogue
        self.limits = limits
        self.budget = budget
        isValued = target != nil
        self.target = target ?? 0
        counts = catalogue.sizes.indices.map { catalogue.count($0, floor: floor) }
        choice = Array(repeating: -1, count: catalogue.sizes.count)
    }

    /// Begins at prices of the judges' places.
    mutating func run(prices: [Int64]) -> Outcome {
        guard counts.allSatisfy({ $0 > 0 }) else { return .none }
        let isExhausted = explore(Array(prices.prefix(limits.count)), steps: 400)
        if let found { return .found(found) }
        return isExhausted ? .none : .undecided
    }

    /// Whether everything below was looked at, or need not be; stops at what it finds.
    private mutating func explore(_ start: [Int64], steps: Int) -> Bool {
        guard budget > 0 else { return false }
        var (prices, best) = (start, relaxation(start))
        var (now, nowPrices) = (best, start)
        for step in 0..<steps {
            if best.bound < target { return true }
            if isWithinLimits(now.loads), worth(now.choice) >= target {
                found = now.choice
                return true
            }
            guard let next = stepped(nowPrices, now, step: step) else { break }
            nowPrices = next
            now = relaxation(next)
            if now.bound < best.bound { (best, prices) = (now, next) }
            if budget <= 0 { return false }
        }
        if best.bound < target { return true }
        guard let (entry, panels) = branching(prices, best) else { return true }
        for panel in panels {
            take(entry, panel, by: -1)
            let isExhausted = explore(prices, steps: 8)
            take(entry, panel, by: 1)
            if found != nil { return true }
            if !isExhausted { return false }
        }
        return true
    }

    private mutating func take(_ entry: Int, _ panel: Int, by sign: Int) {
        for judge in catalogue.panel(entry, panel) {
            limits[judge] =
                (limits[judge].lowerBound + sign)...(limits[judge].upperBound + sign)
        }
        choice[entry] = sign < 0 ? panel : -1
        chosenWorth -= Int64(sign) * value(entry, panel)
    }

    func value(_ entry: Int, _ panel: Int) -> Int64 { isValued ? catalogue.sums[entry][panel] : 0 }

    private func worth(_ choice: [Int]) -> Int64 {
        choice.indices.reduce(0) { $0 + value($1, choice[$1]) }
    }

    private func isWithinLimits(_ loads: [Int]) -> Bool {
        loads.indices.allSatisfy { limits[$0].lowerBound <= loads[$0] && loads[$0] <= limits[$0].upperBound }
    }
}

extension PanelSearch {
    /// What the best choice is worth when limits may be broken at a price.
    struct Relaxation {
        var bound: Int64
        /// By entry the index of its panel.
        var choice: [Int]
        /// By judge, without what is chosen for good.
        var loads: [Int]
    }

    /// The bound is far below every target where an entry has no panel left.
    private mutating func relaxation(_ prices: [Int64]) -> Relaxation {
        var result = Relaxation(
            bound: chosenWorth, choice: choice, loads: Array(repeating: 0, count: limits.count))
        for entry in choice.indices where choice[entry] < 0 {
            var best: (net: Int64, panel: Int)?
            forEachOpenPanel(of: entry, prices) { panel, net in
                if best.map({ net > $0.net }) ?? true { best = (net, panel) }
            }
            guard let best else {
                result.bound = AssignmentGrid.closed
                return result
            }
            result.bound += best.net
            result.choice[entry] = best.panel
            for judge in catalogue.panel(entry, best.panel) { result.loads[judge] += 1 }
        }
        for judge in limits.indices {
            let room = prices[judge] > 0 ? limits[judge].upperBound : limits[judge].lowerBound
            result.bound += prices[judge] * Int64(room)
        }
        return result
    }

    /// The panels of judges who all have room, with what they are worth net of prices.
    private mutating func forEachOpenPanel(
        of entry: Int, _ prices: [Int64], _ visit: (Int, Int64) -> Void
    ) {
        let size = catalogue.sizes[entry]
        let judges = catalogue.judges[entry]
        budget -= counts[entry]
        var seat = 0
        for panel in 0..<counts[entry] {
            var net = value(entry, panel)
            var isOpen = true
            for _ in 0..<size {
                let judge = Int(judges[seat])
                net -= prices[judge]
                if limits[judge].upperBound <= 0 { isOpen = false }
                seat += 1
            }
            if isOpen { visit(panel, net) }
        }
    }

    /// Prices a step of the subgradient method further: dearer where too much is asked, cheaper where there
    /// is room. Nil when nothing is to be changed.
    private func stepped(_ prices: [Int64], _ now: Relaxation, step: Int) -> [Int64]? {
        guard now.bound > AssignmentGrid.closed / 2 else { return nil }
        let directions = limits.indices.map { judge in
            let (load, limit) = (now.loads[judge], limits[judge])
            if prices[judge] > 0 { return load - limit.upperBound }
            if prices[judge] < 0 { return load - limit.lowerBound }
            return load - min(max(load, limit.lowerBound), limit.upperBound)
        }
        let length = directions.reduce(0) { $0 + $1 * $1 }
        guard length > 0 else { return nil }
        // Without values any price scale serves; this one leaves room for fractions.
        let scale = isValued ? 0 : Double(1 << 24) / Double(1 + step / 20)
        let size = (Double(now.bound - target) + 1 + scale) / Double(length)
        return limits.indices.map { judge in
            let price = prices[judge] + Int64((size * Double(directions[judge])).rounded())
            // A price may reach nothing, but not pass it in one step.
            return (price > 0 && prices[judge] < 0) || (price < 0 && prices[judge] > 0) ? 0 : price
        }
    }

    /// The entry with the fewest panels that can still lead to the target, and those, the best first; nil
    /// when there is nothing to branch on.
    private mutating func branching(_ prices: [Int64], _ best: Relaxation) -> (entry: Int, panels: [Int])? {
        var fewest: (entry: Int, panels: [(net: Int64, panel: Int)])?
        let slack = best.bound - target
        for entry in choice.indices where choice[entry] < 0 {
            let top = net(entry, best.choice[entry], prices)
            var panels: [(net: Int64, panel: Int)] = []
            forEachOpenPanel(of: entry, prices) { panel, net in
                if top - net <= slack { panels.append((net, panel)) }
            }
            if fewest.map({ panels.count < $0.panels.count }) ?? true { fewest = (entry, panels) }
        }
        return fewest.map { entry, panels in
            (entry, panels.sorted { (-$0.net, $0.panel) < (-$1.net, $1.panel) }.map(\.panel))
        }
    }

    private func net(_ entry: Int, _ panel: Int, _ prices: [Int64]) -> Int64 {
        catalogue.panel(entry, panel).reduce(value(entry, panel)) { $0 - prices[$1] }
    }
}
