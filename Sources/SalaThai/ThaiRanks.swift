import Synchronization

/// The places of texts in a Thai list, each found once: on a short list nothing takes longer than comparing
/// Thai texts.
public final class ThaiRanks: Sendable {
    private struct Known {
        var order: [String] = []
        var ranks: [String: Int] = [:]
    }

    /// So many texts are remembered.
    private static let limit = 2000

    private let known = Mutex(Known())

    public init() {}

    /// The elements in the order of `ThaiOrder`; those with equal texts stay as they are.
    public func sorted<Element>(_ elements: [Element], by text: (Element) -> String) -> [Element] {
        let texts = elements.map(text)
        let ranks = ranks(of: texts)
        return elements.indices.sorted { left, right in
            (ranks[texts[left]] ?? 0, left) < (ranks[texts[right]] ?? 0, right)
        }.map { elements[$0] }
    }

    private func ranks(of texts: [String]) -> [String: Int] {
        known.withLock { known in
            let new = Set(texts).subtracting(known.ranks.keys)
            guard !new.isEmpty else { return known.ranks }
            if known.order.count + new.count > Self.limit { known.order = [] }
            known.order = Set(known.order).union(texts).sorted(by: ThaiOrder.precedes)
            known.ranks = Dictionary(uniqueKeysWithValues: known.order.enumerated().map { ($1, $0) })
            return known.ranks
        }
    }
}
