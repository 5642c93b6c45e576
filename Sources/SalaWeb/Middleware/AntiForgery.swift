import SalaStore

/// Takes a form only from a page that the same visitor got.
struct AntiForgery: Sendable {
    let seal: FormSeal

    init(key: [UInt8]) {
        seal = FormSeal(key: key)
    }

    /// Throws unless the form carries what the visitor's pages carry; to whose session has ended, that it
    /// has.
    func demand(_ csrf: String, _ visit: Visit) throws {
        let isOwn = visit.visitor?.accepts(csrf: csrf) ?? seal.accepts(csrf, for: visit.formCookie)
        guard !isOwn else { return }
        if visit.visitor == nil, visit.token != nil { throw SignInRequired() }
        throw ForgedRequest()
    }
}

/// The form did not come from a page of this visitor's session.
struct ForgedRequest: Error {}
