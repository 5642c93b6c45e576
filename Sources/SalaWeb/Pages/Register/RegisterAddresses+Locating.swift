import SalaExchange

extension RegisterAddresses {
    /// The addresses on this site of a call's register, narrowed as the query says.
    init(_ site: Site, _ handle: String, _ query: RegisterQuery) {
        let address = site.settings.address
        self.init(
            register: address + query.added(to: Paths.register(handle)),
            feed: address + query.added(to: Paths.registerFeed(handle)),
            entry: { address + Paths.registerEntry($0, in: handle) },
            attachment: { address + Paths.registerAttachment($1, of: $0, in: handle) })
    }
}
