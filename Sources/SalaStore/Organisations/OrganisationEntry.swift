import SalaDatabase
public import SalaEngine

/// An organisation with all that Sala knows of it.
public struct OrganisationEntry: Equatable, Sendable {
    /// Where its seat is, in degrees (WGS 84).
    public struct Seat: Equatable, Sendable {
        public var latitude: Double
        public var longitude: Double

        /// Nil outside the globe.
        public init?(latitude: Double, longitude: Double) {
            guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
            self.latitude = latitude
            self.longitude = longitude
        }
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
        organisation.id as organisation_id, code, kind, name_th, name_en, province_code, province_th,
            province_en, latitude, longitude, subdistricts
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
