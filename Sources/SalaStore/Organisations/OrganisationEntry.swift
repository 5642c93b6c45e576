import SalaDatabase
public import SalaEngine

/// An organisation with all that Sala knows of it.
public struct OrganisationEntry: Equatable, Sendable {
    /// Where its seat is, in degrees (WGS 84).
    public struct Seat: Equatable, Sendable {
        public var latitude: Double
        public var longitude: Double

        /// Nil outside Thailand, which lies between 5°37' and 20°27' north, 97°22' and 105°37' east (Royal
        /// Thai Survey Department), with a tenth of a degree to spare.
        public init?(latitude: Double, longitude: Double) {
            guard Self.latitudes.contains(latitude), Self.longitudes.contains(longitude) else { return nil }
            self.latitude = latitude
            self.longitude = longitude
        }

        static let latitudes = 5.5...20.6
        static let longitudes = 97.2...105.8
    }

    public var summary: OrganisationSummary
    /// Its name in the lists that it is imported from.
    public var code: String
    public var seat: Seat?
    /// The codes of the subdistricts that it looks after.
    public var subdistricts: [String]

    public var id: OrganisationID { summary.id }

    /// Nil when the kind is none that Sala knows.
    public var kind: OrganisationKind? { OrganisationKind(rawValue: summary.kind) }
}

extension OrganisationEntry {
    static let columns: SQL = """
        \(OrganisationSummary.columns), organisation.code, organisation.latitude,
            organisation.longitude, organisation.subdistricts
        """

    init(_ row: Row) throws {
        guard let summary = try row.organisation() else { throw Fault.missing("organisation") }
        self.summary = summary
        code = try row.get("code")
        subdistricts = (try row.get("subdistricts") as String).split(separator: " ").map(String.init)
        if let latitude: Double = try row.get("latitude"), let longitude: Double = try row.get("longitude") {
            seat = Seat(latitude: latitude, longitude: longitude)
        }
    }
}
