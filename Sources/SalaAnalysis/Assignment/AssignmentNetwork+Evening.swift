extension AssignmentNetwork {
    /// Makes loads as even as they can be at no loss of the total: no chain of exchanges that cost nothing
    /// leads from a judge to one with two entries less. The sum of squared loads is then the least of all
    /// assignments with this total (Frank and Murota, arXiv 2007.09616), and so is what all judges together
    /// lack of any minimum load. The network is balanced.
    mutating func even() {
        var table = ExchangeTable(self)
        let sinkPrice = prices[judgeCount]
        var level = (0..<judgeCount).map { load($0) }.max() ?? 0
        while level >= 2 {
            let starts = (0..<judgeCount).filter { judge in
                load(judge) == level && prices[judge] == sinkPrice && canLose(judge)
            }
            let path = table.path(
                from: starts,
                to: { load($0) <= level - 2 && prices[$0] == sinkPrice && room($0) > 0 },
                over: { $2 == prices[$0] - prices[$1] })
            if let path { walk(path, &table) } else { level -= 1 }
        }
    }

    /// Brings judges nearer to a least load by exchanges that leave every entry worth a floor, and that cost
    /// no total where it is to be kept.
    mutating func fill(upTo least: Int, floor: Int64, keepsTotal: Bool) {
        var table = ExchangeTable(self, floor: floor)
        while true {
            let path = table.path(
                from: (0..<judgeCount).filter { load($0) > least && canLose($0) },
                to: { load($0) < least && room($0) > 0 },
                over: { !keepsTotal || $2 <= 0 })
            guard let path else { return }
            let chain = ExchangeChain(path, table)
            let gain = chain.gains(in: self).values.reduce(0, +)
            if chain.keeps(floor: floor, in: self), !keepsTotal || gain >= 0 {
                chain.walk(&self, &table, floor: floor)
            } else {
                for step in chain.steps { table.forbid(step.from, step.to) }
            }
        }
    }
}
