import SalaEngine
import SalaStore
import SalaThai
import Synchronization

/// Who has opened or saved which page of which submission just now, so that those who write together know of
/// each other. It is kept in memory alone: after a new start nobody is known until somebody opens a page.
final class OpenPages: Sendable {
    /// Somebody who may write the page.
    struct Reader: Hashable, Sendable {
        let person: PersonID
        let name: String
    }

    /// What is known of somebody at a page.
    struct Visit: Sendable {
        var reader: Reader
        var openedAt: Instant
        var savedAt: Instant?

        var lastAt: Instant { max(openedAt, savedAt ?? openedAt) }
    }

    private struct Place: Hashable {
        let submission: SubmissionID
        let page: String
    }

    /// How long somebody counts as being at a page.
    static let lifetimeSeconds: Int64 = 900
    /// How many pages are kept in mind at most.
    private static let limit = 20_000

    private let visits = Mutex<[Place: [PersonID: Visit]]>([:])

    /// Says that the person has the page open now and, where something was saved, has saved it.
    func note(_ reader: Reader, hasSaved: Bool, on page: String, of submission: SubmissionID, at now: Instant)
    {
        visits.withLock { visits in
            if visits.count >= Self.limit {
                let oldest = now.adding(seconds: -Self.lifetimeSeconds)
                visits = visits.filter { $0.value.values.contains { $0.lastAt > oldest } }
                if visits.count >= Self.limit { visits.removeAll() }
            }
            let place = Place(submission: submission, page: page)
            var visit =
                visits[place]?[reader.person] ?? Visit(reader: reader, openedAt: now, savedAt: nil)
            if hasSaved { visit.savedAt = now } else { visit.openedAt = now }
            visits[place, default: [:]][reader.person] = visit
        }
    }

    /// The others at the page, those seen last first.
    func others(
        than person: PersonID, on page: String, of submission: SubmissionID, at now: Instant
    ) -> [Visit] {
        let oldest = now.adding(seconds: -Self.lifetimeSeconds)
        let all = visits.withLock { $0[Place(submission: submission, page: page)] ?? [:] }
        return all.values.filter { $0.reader.person != person && $0.lastAt > oldest }
            .sorted { ($0.lastAt, $0.reader.person) > ($1.lastAt, $1.reader.person) }
    }
}

extension Site {
    /// Who else is at the page, in words: when they opened it, and when they saved last.
    func company(on page: String, of submission: SubmissionID, _ context: SalaContext) -> [String] {
        guard let person = context.visit.visitor?.person else { return [] }
        let now = context.visit.now
        return openPages.others(than: person, on: page, of: submission, at: now).map { visit in
            func time(_ instant: Instant) -> String {
                instant.text(relativeTo: now, thai: context.visit.isThai)
            }
            let values = [
                "name": visit.reader.name, "opened": time(visit.openedAt),
                "saved": visit.savedAt.map(time) ?? "",
            ]
            return say(visit.savedAt == nil ? "company.open" : "company.open-saved", context, values)
        }
    }
}
