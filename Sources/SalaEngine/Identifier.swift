public import Foundation

/// A UUID that knows what it names, so that a person's id is never taken for a call's.
public struct Identifier<Of>: Hashable, Codable, CodingKeyRepresentable, Sendable, CustomStringConvertible,
    Comparable
{
    public let uuid: UUID

    public init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// Nil unless the text is a UUID.
    public init?(_ text: String) {
        guard let uuid = UUID(text: text) else { return nil }
        self.uuid = uuid
    }

    public init(from decoder: any Decoder) throws {
        uuid = try decoder.singleValueContainer().decode(UUID.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(codingKey.stringValue)
    }

    public var codingKey: any CodingKey { IdentifierKey(stringValue: description) }

    /// Lower-case hexadecimal with hyphens, as URLs and the database hold it.
    public var description: String { uuid.text }

    public static func < (left: Self, right: Self) -> Bool {
        withUnsafeBytes(of: left.uuid.uuid) { left in
            withUnsafeBytes(of: right.uuid.uuid) { left.lexicographicallyPrecedes($0) }
        }
    }
}

private struct IdentifierKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
}

/// Someone who signs in.
public enum Person {}
/// An office: a local government, an agency, a company.
public enum Organisation {}
/// One version of a programme's folder.
public enum ProgrammeVersion {}

public typealias PersonID = Identifier<Person>
public typealias OrganisationID = Identifier<Organisation>
public typealias CallID = Identifier<Call>
public typealias SubmissionID = Identifier<Submission>
public typealias AttachmentID = Identifier<Attachment>
public typealias MembershipID = Identifier<Membership>
public typealias InvitationID = Identifier<Invitation>
public typealias VersionID = Identifier<ProgrammeVersion>
