import Foundation
public import SalaEngine

extension Paths {
    /// Where a receipt's code is typed.
    public static let receipts = "/receipts"
    /// Every register that anybody may read.
    public static let registers = "/register"
    /// Takes the POST that opens a call.
    public static let calls = "/desks/calls"

    public static func call(_ handle: String) -> String { "/calls/\(handle)" }
    /// How the submissions of a call are judged.
    public static func criteria(of handle: String) -> String { "\(call(handle))/criteria" }

    public static func newCall(of programme: String? = nil) -> String {
        query("\(calls)/new", ["programme": programme])
    }
    public static func settings(of handle: String) -> String { "\(call(handle))/settings" }
    public static func publication(of handle: String) -> String { "\(call(handle))/publication" }
    public static func extensions(of handle: String) -> String { "\(call(handle))/extensions" }
    /// Who has which role towards a call.
    public static func people(of handle: String) -> String { "\(call(handle))/people" }
    public static func revocations(of handle: String) -> String { "\(people(of: handle))/revocations" }
    /// A call as those with that role will see it.
    public static func preview(of handle: String, as role: String? = nil, page: String? = nil) -> String {
        query("\(call(handle))/preview", ["role": role, "page": page])
    }

    public static func register(_ handle: String) -> String { "\(registers)/\(handle)" }
    public static func registerFeed(_ handle: String) -> String { "\(register(handle))/feed.atom" }
    public static func registerSheet(_ handle: String) -> String { "\(register(handle))/data.csv" }
    public static func registerJSON(_ handle: String) -> String { "\(register(handle))/data.json" }
    /// The public page of the submission with that number.
    public static func registerEntry(_ number: String, in handle: String) -> String {
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;"))
        return "\(register(handle))/\(number.addingPercentEncoding(withAllowedCharacters: allowed) ?? number)"
    }
    public static func registerAttachment(
        _ attachment: AttachmentID, of number: String, in handle: String
    ) -> String {
        "\(registerEntry(number, in: handle))/attachments/\(attachment)"
    }
}
