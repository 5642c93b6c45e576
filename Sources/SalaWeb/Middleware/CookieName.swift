import Hummingbird
import SalaEngine

/// The cookies that Sala sets; all are needed, none follows anybody.
enum CookieName: String {
    case session = "sala-session"
    case visitor = "sala-visitor"
    case language = "sala-language"
    /// Says that somebody has signed in with this browser before.
    case browser = "sala-browser"
    /// What the next page is to say was just done.
    case told = "sala-told"
    /// The address that a letter was just asked for, so that a mistyped one is seen.
    case address = "sala-address"

    /// Seconds that a browser keeps it.
    var lifetime: Int {
        switch self {
        case .told: 60
        case .address: 600
        default: 30 * 86_400
        }
    }

    /// Over TLS with the prefix that holds browsers to this host and to TLS (RFC 6265bis, section 4.1.3.2):
    /// no neighbouring site can plant such a cookie.
    func sent(over visit: Visit) -> String {
        visit.isSecure ? "__Host-\(rawValue)" : rawValue
    }
}

extension Cookies {
    /// The cookie's value, if it came under the name that this way of asking has.
    subscript(name: CookieName, over visit: Visit) -> String? {
        self[name.sent(over: visit)]?.value
    }

    /// The language that the visitor chose last.
    func language(over visit: Visit) -> Language? {
        self[.language, over: visit].flatMap { Language(rawValue: $0) }
    }
}

extension Cookie {
    /// A cookie of the site for who asks so; without a value it is taken away.
    init(_ name: CookieName, _ value: String, over visit: Visit) {
        self.init(
            name: name.sent(over: visit), value: value, maxAge: value.isEmpty ? 0 : name.lifetime, path: "/",
            secure: visit.isSecure, httpOnly: true, sameSite: .lax)
    }
}
