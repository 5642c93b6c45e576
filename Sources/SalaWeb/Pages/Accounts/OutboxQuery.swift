import Foundation
import SalaStore
import SalaThai

/// Which letters the address of an outbox asks for.
struct OutboxQuery {
    /// The states that people tell apart; a letter that is being sent still waits.
    enum Group: String, CaseIterable {
        case waiting, sent, failed, kept

        var states: [LetterState] {
            switch self {
            case .waiting: [.waiting, .sending]
            case .sent: [.sent]
            case .failed: [.failed]
            case .kept: [.kept]
            }
        }
    }

    /// The outbox's own path.
    let path: String
    let group: Group?
    /// What is searched for.
    let words: String
    let mark: OutboxMark?

    /// - Parameters:
    ///   - path: the outbox's own path.
    ///   - address: the path and query that were asked for; what it cannot mean is passed over.
    init(_ path: String, asked address: String) {
        self.path = path
        group = address.queryItem("state").flatMap(Group.init(rawValue:))
        words =
            Paths.items(address).first { $0.name == "query" }?.value.trimmingCharacters(in: .whitespaces)
            ?? ""
        mark = address.queryItem("behind").flatMap { OutboxMark($0) }
    }

    var filter: OutboxFilter { OutboxFilter(states: group?.states ?? [], words: words, behind: mark) }

    func url(_ group: Group?, behind mark: OutboxMark? = nil) -> String {
        url(group, words, behind: mark)
    }

    /// The letters of that state in which the words stand.
    func url(_ group: Group?, _ words: String, behind mark: OutboxMark? = nil) -> String {
        Paths.query(
            path,
            [
                "state": group?.rawValue, "query": words.isEmpty ? nil : words, "behind": mark?.description,
            ])
    }

    /// All letters, and each state that some are in or that is open.
    func tabs(_ counts: [LetterState: Int], _ site: Site, _ context: SalaContext) -> [NavigationLink] {
        let total = Digits.grouped(counts.values.reduce(0, +))
        let all = NavigationLink(
            label: site.say("outbox.all", context, ["count": total]), url: url(nil), isCurrent: group == nil)
        return [all]
            + Group.allCases.compactMap { group in
                let count = group.states.reduce(0) { $0 + (counts[$1] ?? 0) }
                guard count > 0 || group == self.group else { return nil }
                let words = [
                    "state": site.say("outbox.\(group.rawValue)", context), "count": Digits.grouped(count),
                ]
                return NavigationLink(
                    label: site.say("outbox.group", context, words), url: url(group),
                    isCurrent: group == self.group)
            }
    }
}
