import SalaEngine

/// Refuses roles that nobody can be granted, and parts that a role cannot play.
struct RoleChecker {
    let folder: FolderReading
    let header: Header
    let workflow: Workflow
    let rounds: [Round]

    private var roles: [Role] { header.roles }

    func check() {
        checkNames()
        rounds.forEach(checkJudges)
        checkPermissions()
    }

    /// Judges are asked one by one, for one call: a place in an office is no promise to judge.
    private func checkJudges(_ round: Round) {
        guard let role = roles.first(where: { $0.name == round.judges }), role.granting != .call
        else { return }
        let why: Sentence = role.granting == .filing ? "files" : "comes with a place in an office"
        folder.faults.add(
            folder.place("judges", round.name, else: PanelReader.file),
            "the role `\(role.name)` \(why), so that it cannot judge",
            "name a role with `granted: call`")
    }

    private func checkNames() {
        let member = MembershipRole.member.rawValue
        guard roles.contains(where: { $0.name == member }) else { return }
        folder.faults.add(
            folder.place("role", member, else: HeaderReader.file),
            "`\(member)` is what everybody in an organisation is, whatever the programme",
            "give the role another name")
    }

    private func checkPermissions() {
        func demand(
            _ permission: Role.Permission, where needed: Bool, _ why: Sentence, _ fits: (Role) -> Bool
        ) {
            guard needed, !header.roles.contains(where: { $0.may.contains(permission) && fits($0) }) else {
                return
            }
            folder.faults.add(
                Place(file: HeaderReader.file, line: nil),
                "no role has `\(permission.rawValue)`, so that \(why)",
                "write it under `may` of a role that an organisation grants")
        }
        let hasHeld = workflow.actions.contains(where: \.isHeld)
        demand(.manageCall, where: true, "nobody can open a call") { $0.granting == .organisation }
        demand(
            .grantRoles, where: header.roles.contains { $0.granting == .call },
            "nobody can grant a role for a call"
        ) { $0.granting == .organisation }
        demand(.assignReviews, where: !rounds.isEmpty, "nobody can say who reviews what") { _ in true
        }
        demand(.release, where: hasHeld, "held decisions stay held for ever") { _ in true }
        if !header.roles.contains(where: { $0.granting == .filing }) {
            folder.faults.add(
                Place(file: HeaderReader.file, line: nil),
                "no role comes from filing, so that nobody can file",
                "write a role with `granted: filing`, such as `applicant`")
        }
    }
}
