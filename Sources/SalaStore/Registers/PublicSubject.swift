import SalaDatabase

/// What pages that anybody may see are about. Each subject has a version, which every write that changes what
/// is shown of it raises in its own transaction: as long as the version stays, so do the pages.
public enum PublicSubject: Hashable, Sendable {
    /// Nothing that is kept in the database but the organisations' names.
    case organisations
    /// Which calls there are, and what came into their registers.
    case calls
    /// The call under that handle, with its register.
    case call(String)

    fileprivate var key: String {
        switch self {
        case .organisations: "organisations"
        case .calls: "calls"
        case .call(let handle): "calls/\(handle)"
        }
    }
}

extension Connection {
    func raise(_ subjects: [PublicSubject]) throws {
        for subject in subjects {
            try execute(
                """
                insert into public_version (subject, version) values (\(subject.key), 1)
                on conflict (subject) do update set version = public_version.version + 1
                """)
        }
    }
}

extension Store {
    /// A number that is another one after every write that changes what a page about the subject shows.
    public func publicVersion(of subject: PublicSubject) throws -> Int {
        // Every page names organisations. Versions only grow, and so does their sum.
        let rows = try database.glance(
            """
            select coalesce(sum(version), 0) as version from public_version
            where subject = \(PublicSubject.organisations.key) or subject = \(subject.key)
            """)
        return try rows.first?.get("version") ?? 0
    }
}
