import SalaEngine
import SalaStore

/// Which people have parts in a call that may stand in each other's way, in words: who judges what they also
/// decide on, and who belongs to those that filed.
struct DoubleParts: Sendable {
    let site: Site
    let context: SalaContext
    let people: CallPeople

    func warnings(about person: PersonID) -> [String] {
        let roles = people.people.filter { $0.person == person }.map(\.role)
        let judging = roles.filter(judges)
        let deciding = roles.filter(decides)
        var warnings: [String] = []
        if !judging.isEmpty, !deciding.isEmpty {
            warnings.append(
                site.say("people.judges-and-decides", context, ["roles": names(judging + deciding)]))
        }
        if let filers = people.filers[person] {
            let names = filers.map { $0.placedName(context.visit.language) }.joined(separator: ", ")
            warnings.append(site.say("people.belongs-to-filer", context, ["organisations": names]))
        }
        if people.applicants.contains(person) {
            warnings.append(site.say("people.has-filed", context))
        }
        return warnings
    }

    private func judges(_ role: String) -> Bool {
        people.view.programme.rounds.contains { $0.judges == role }
    }

    /// Whether the role moves submissions by itself, before any ranking.
    private func decides(_ role: String) -> Bool {
        !judges(role)
            && people.view.programme.workflow.actions.contains { !$0.isHeld && $0.by.contains(role) }
    }

    private func names(_ roles: [String]) -> String {
        var seen: Set<String> = []
        return roles.filter { seen.insert($0).inserted }
            .map { people.view.programme.texts["role.\($0)", context.visit.language] }
            .joined(separator: ", ")
    }
}
