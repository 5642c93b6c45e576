import SalaEngine
import SalaThai

/// What an action on many submissions has just done, as the address after it says.
struct BulkDone: Equatable, Sendable {
    var action: String
    var moved: Int
    var refused: Int

    init(action: String, moved: Int, refused: Int) {
        self.action = action
        self.moved = moved
        self.refused = refused
    }

    /// Nil for an address that says nothing of the kind.
    init?(path: String) {
        let items = Dictionary(Paths.items(path).map { ($0.name, $0.value) }) { first, _ in first }
        guard let action = items["done-action"], let moved = items["done-moved"].flatMap({ Int($0) }),
            let refused = items["done-refused"].flatMap({ Int($0) })
        else { return nil }
        self.init(action: action, moved: moved, refused: refused)
    }

    /// The address that says so, of the page that follows.
    func url(after path: String) -> String {
        Paths.adding(
            [
                ("done-action", action), ("done-moved", String(moved)), ("done-refused", String(refused)),
            ], to: path)
    }

    /// Nil when the programme has no such action.
    func notice(_ site: Site, _ context: SalaContext, _ programme: Programme) -> NoticeView? {
        guard let action = programme.workflow.action(action) else { return nil }
        let language = context.visit.language
        let values = [
            "action": programme.texts["action.\(action.name).done", language],
            "stage": programme.texts["stage.\(action.to)", language],
            "count": Digits.grouped(moved), "refused": Digits.grouped(refused),
        ]
        return refused == 0
            ? NoticeView(.success, site.say("bulk.done", context, values))
            : NoticeView(.warning, site.say("bulk.done-in-part", context, values))
    }
}
