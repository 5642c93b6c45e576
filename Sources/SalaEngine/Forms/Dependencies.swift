/// Which questions must be settled before which: those that relevance and calculation look at come first.
struct Dependencies: Sendable {
    /// Every question once, in the order to settle them; those in a circle come last, in the order of the
    /// form.
    let order: [(page: Page, question: Question)]
    /// Circles of questions that wait for each other, each named from its first question and back to it.
    let circles: [[String]]

    init(_ pages: [Page]) {
        let places = pages.flatMap { page in page.questions.map { (page: page, question: $0) } }
        let names = places.map(\.question.name)
        let known = Set(names)
        let wants = Dictionary(
            places.map { ($0.question.name, Self.wants($0.question, on: $0.page).intersection(known)) },
            uniquingKeysWith: { $0.union($1) })
        let sorted = Self.sorted(names, wants)
        let rank = Dictionary(
            sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        order = places.enumerated()
            .sorted { left, right in
                let leftRank = rank[left.element.question.name] ?? .max
                let rightRank = rank[right.element.question.name] ?? .max
                return (leftRank, left.offset) < (rightRank, right.offset)
            }
            .map(\.element)
        circles = Self.circles(names.filter { rank[$0] == nil }, wants)
    }

    private static func wants(_ question: Question, on page: Page) -> Set<String> {
        var expressions = [page.relevant, question.relevant, question.calculation]
        expressions += question.groups.map(\.relevant)
        return expressions.compactMap { $0?.references }.reduce(into: []) { $0.formUnion($1) }
    }

    /// Kahn's algorithm; what lies in or behind a circle is left out.
    private static func sorted(_ names: [String], _ wants: [String: Set<String>]) -> [String] {
        var missing = wants.mapValues(\.count)
        var waiting: [String: [String]] = [:]
        for name in names where missing[name] != nil {
            for want in wants[name, default: []] { waiting[want, default: []].append(name) }
        }
        var sorted: [String] = []
        var settled: Set<String> = []
        var ready = names.filter { missing[$0] == 0 }[...]
        while let name = ready.popFirst() {
            guard settled.insert(name).inserted else { continue }
            sorted.append(name)
            for waiter in waiting[name, default: []] {
                missing[waiter, default: 0] -= 1
                if missing[waiter] == 0 { ready.append(waiter) }
            }
        }
        return sorted
    }

    private static func circles(_ stuck: [String], _ wants: [String: Set<String>]) -> [[String]] {
        let stuckNames = Set(stuck)
        var seen: Set<String> = []
        var circles: [[String]] = []
        for start in stuck where !seen.contains(start) {
            var path: [String] = []
            var name: String? = start
            // Whoever is stuck waits for somebody stuck, so that the walk must come back to where it was.
            while let current = name, seen.insert(current).inserted {
                path.append(current)
                name = wants[current, default: []].intersection(stuckNames).min()
            }
            if let name, let first = path.firstIndex(of: name) {
                circles.append(Array(path[first...]) + [name])
            }
        }
        return circles
    }
}
