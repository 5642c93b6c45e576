public import Foundation
import Hummingbird
public import Logging
public import SalaEngine
public import SalaStore
public import SalaThai

/// Everything the routes work with.
public struct Site: Sendable {
    public let store: Store
    public let templates: TemplateLibrary
    public let settings: SiteSettings
    let mediaTypes: MediaTypeDetector
    let thumbnails: Thumbnails
    let antiForgery: AntiForgery
    let browsers: BrowserSeal
    let openPages = OpenPages()
    let keptPages = KeptPages(limit: 32_000_000)
    let thaiRanks = ThaiRanks()
    let clock: @Sendable () -> Instant
    let logger: Logger

    public init(
        store: Store, templates: TemplateLibrary, settings: SiteSettings, mediaTypes: MediaTypeDetector,
        key: [UInt8], logger: Logger, clock: @escaping @Sendable () -> Instant = Instant.now
    ) {
        self.store = store
        self.templates = templates
        self.settings = settings
        self.mediaTypes = mediaTypes
        thumbnails = Thumbnails(folder: store.files.folder)
        antiForgery = AntiForgery(key: key)
        browsers = BrowserSeal(key: key)
        self.logger = logger
        self.clock = clock
    }
}

extension Site {
    /// Whom to ask about a call: whoever the call names, or else whoever the site does.
    func contact(of call: Call) -> String? { call.settings.contact ?? settings.contact }
}

/// What differs from one installation to another.
public struct SiteSettings: Sendable {
    /// The address people reach the site under, such as `https://sala.example.go.th`.
    public var address: String
    /// The folder `Public`.
    public var publicFolder: URL
    /// Changes whenever a file of `Public` does.
    public var assetVersion: String
    /// The demo's people to become; nil outside a demo.
    public var personas: [Persona]?
    /// Where people ask for help: an e-mail address or a telephone number.
    public var contact: String?
    /// The machines whose word is taken for who asks.
    public var trustedProxies: TrustedProxies

    public init(
        address: String, publicFolder: URL, assetVersion: String, personas: [Persona]? = nil,
        contact: String? = nil, trustedProxies: TrustedProxies = .loopback
    ) {
        self.address = address
        self.publicFolder = publicFolder
        self.assetVersion = assetVersion
        self.personas = personas
        self.contact = contact
        self.trustedProxies = trustedProxies
    }

    /// The site is known to be reached over TLS alone.
    public var isSecure: Bool { address.hasPrefix("https:") }
}

/// Somebody that a visitor of the demo may become with one click.
public struct Persona: Sendable {
    public var person: PersonID
    /// The text `persona.KEY` names the part they play.
    public var key: String
    public var name: String

    public init(person: PersonID, key: String, name: String) {
        self.person = person
        self.key = key
        self.name = name
    }
}
