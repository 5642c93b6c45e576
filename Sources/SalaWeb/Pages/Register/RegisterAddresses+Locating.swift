import SalaExchange

extension RegisterAddresses {
    /// The addresses of a call's register on this site.
    init(_ site: Site, _ handle: String) {
        let address = site.settings.address
        self.init(
            register: address + Paths.register(handle), feed: address + Paths.registerFeed(handle),
            entry: { address + Paths.registerEntry($0, in: handle) },
            attachment: { address + Paths.registerAttachment($1, of: $0, in: handle) })
    }
}
