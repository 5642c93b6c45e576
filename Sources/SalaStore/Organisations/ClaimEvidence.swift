public import SalaThai

/// What is known already and helps to decide a claim. Of other organisations it holds only what the person
/// who decides may see of them.
public struct ClaimEvidence: Equatable, Sendable {
    /// Somebody who belongs to the organisation already.
    public struct Member: Equatable, Sendable {
        public var name: String
        public var email: String
    }

    /// A claim of the same person that was refused before.
    public struct EarlierRefusal: Equatable, Sendable {
        public var organisation: OrganisationSummary
        public var at: Instant
        public var reason: String
    }

    /// When the person registered.
    public var registeredAt: Instant
    public var address: AddressLikeness
    /// Those who have belonged to the organisation longest, and a few.
    public var members: [Member] = []
    public var memberCount = 0
    /// The other organisations that the person belongs to.
    public var belongsTo: [OrganisationSummary] = []
    /// The latest first.
    public var refusals: [EarlierRefusal] = []
}

/// What the address of who claims says about where the person works.
public enum AddressLikeness: Equatable, Sendable {
    /// So many members of the organisation have one of the same domain.
    case members(Int)
    /// The domain has the name of the organisation in it.
    case name
    /// Anybody may have an address of this provider.
    case anybody
    /// The domain is a Thai authority's (.go.th), and nothing ties it to the organisation.
    case authority
    case other

    /// - Parameter others: the addresses of those who belong to the organisation.
    init(of email: String, to organisation: OrganisationSummary, among others: [String]) {
        let domain = AddressLikeness.domain(email)
        let same = others.count { AddressLikeness.domain($0) == domain }
        self =
            if AddressLikeness.providers.contains(domain) {
                .anybody
            } else if same > 0 {
                .members(same)
            } else if AddressLikeness.names(domain, organisation.nameEnglish) {
                .name
            } else {
                domain.hasSuffix(".go.th") ? .authority : .other
            }
    }

    /// Where most private people in Thailand have their addresses; one that is missing here counts as
    /// `other`, which is true of it too.
    private static let providers: Set<String> = [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.th", "outlook.com", "outlook.co.th",
        "live.com", "msn.com", "yahoo.com", "yahoo.co.th", "icloud.com", "me.com", "proton.me",
        "protonmail.com", "windowslive.com",
    ]

    private static func domain(_ email: String) -> String {
        email.split(separator: "@").last.map { $0.lowercased() } ?? ""
    }

    /// Whether a part of the domain, four letters at least, is whole words of the name that stand side by
    /// side, as `maerim` in "Mae Rim Subdistrict Municipality". Words that many organisations have in their
    /// names tell nothing, nor does the domain's last part.
    private static func names(_ domain: String, _ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        let runs = words.indices.flatMap { start in words.indices[start...].map { words[start...$0] } }
        let told = Set(runs.filter { !$0.allSatisfy(generalWords.contains) }.map { $0.joined() })
        return domain.split(separator: ".").dropLast().contains { part in
            let letters = part.filter(\.isLetter)
            return letters.count >= 4 && told.contains(letters)
        }
    }

    /// Words of English names and of domains that say what kind of organisation it is, and not which.
    private static let generalWords = Set(
        OrganisationKind.allCases.flatMap { $0.englishSuffix.split(separator: " ").map(String.init) }
    ).union([
        "academy", "agency", "and", "association", "bureau", "center", "centre", "college", "community",
        "company", "council", "department", "digital", "district", "division", "education", "for",
        "foundation", "government", "group", "health", "hospital", "institute", "international", "limited",
        "local", "mail", "ministry", "national", "of", "office", "organisation", "province", "public",
        "royal", "school", "service", "services", "society", "state", "technology", "thai", "thailand",
        "the", "university", "village",
    ])
}
