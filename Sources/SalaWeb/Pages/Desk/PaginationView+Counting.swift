import SalaThai

extension PaginationView {
    /// The pages of a list of that many entries; nil when one page holds them all.
    init?(
        _ site: Site, _ context: SalaContext, page: Int, length: Int, total: Int, address: (Int) -> String
    ) {
        let count = max(1, (total + length - 1) / length)
        guard count > 1 else { return nil }
        let current = min(max(1, page), count)
        let first = (current - 1) * length + 1
        var links: [PageLinkView] = []
        var previous = 0
        for number in PaginationView.shown(around: current, of: count) {
            if number > previous + 1 { links.append(PageLinkView(label: "", isGap: true)) }
            links.append(
                PageLinkView(
                    label: Digits.grouped(number), url: address(number), isCurrent: number == current))
            previous = number
        }
        self.init(
            summary: site.say(
                "desks.range", context,
                [
                    "first": Digits.grouped(first), "last": Digits.grouped(min(total, current * length)),
                    "total": Digits.grouped(total),
                ]),
            previousURL: current > 1 ? address(current - 1) : nil,
            nextURL: current < count ? address(current + 1) : nil, pages: links)
    }

    /// The first and the last page and those near the current one, ascending.
    static func shown(around current: Int, of count: Int) -> [Int] {
        Set([1, count] + (current - 1...current + 1)).filter { (1...count).contains($0) }.sorted()
    }
}
