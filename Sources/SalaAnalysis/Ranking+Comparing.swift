extension Ranking {
    /// Compares two candidates with scores, rule by rule.
    struct Comparison {
        var ties: [TieBreak]

        func places(_ left: Candidate, before right: Candidate) -> Bool {
            switch decision(between: left, and: right) {
            case .score: precedes(left.score, right.score)
            case .tieBreak(.criterion(let name)):
                precedes(left.criterionMeans[name], right.criterionMeans[name])
            case .tieBreak(.earliest): left.filedMicroseconds < right.filedMicroseconds
            case .shared, .unranked: left.entry < right.entry
            }
        }

        /// The first rule under which the two differ.
        func decision(between left: Candidate, and right: Candidate) -> Decision {
            if left.score != right.score { return .score }
            return ties.first { differ(left, right, under: $0) }.map(Decision.tieBreak) ?? .shared
        }

        /// Which of two decisions comes later in the declared order.
        func later(_ left: Decision, _ right: Decision) -> Decision {
            depth(of: left) < depth(of: right) ? right : left
        }

        private func depth(of decision: Decision) -> Int {
            switch decision {
            case .score: 0
            case .tieBreak(let tie): 1 + (ties.firstIndex(of: tie) ?? ties.count)
            case .shared, .unranked: 1 + ties.count
            }
        }

        private func differ(_ left: Candidate, _ right: Candidate, under tie: TieBreak) -> Bool {
            switch tie {
            case .criterion(let name): left.criterionMeans[name] != right.criterionMeans[name]
            case .earliest: left.filedMicroseconds != right.filedMicroseconds
            }
        }

        /// The higher value goes first, none goes last.
        private func precedes<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool {
            guard let left else { return false }
            guard let right else { return true }
            return left > right
        }
    }
}
