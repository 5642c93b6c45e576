import Foundation
import SalaEngine
import SalaStore

extension Paths {
    /// Where a receipt's code is typed.
    static let receipts = "/receipts"
    /// Every register that anybody may read.
    static let registers = "/register"
    /// A page of the list of registers, the first one without a query.
    static func registers(page: Int) -> String { page == 1 ? registers : "\(registers)?page=\(page)" }
    /// Takes the POST that opens a call.
    static let calls = "/desks/calls"

    /// A call's public page.
    public static func call(_ handle: String) -> String { "/calls/\(handle)" }
    /// How the submissions of a call are judged.
    static func criteria(of handle: String) -> String { "\(call(handle))/criteria" }

    static func newCall(of programme: String? = nil) -> String {
        query("\(calls)/new", ["programme": programme])
    }
    static func settings(of handle: String) -> String { "\(call(handle))/settings" }
    static func publication(of handle: String) -> String { "\(call(handle))/publication" }
    /// Where a draft is thrown away.
    static func deletion(of handle: String) -> String { "\(call(handle))/deletion" }
    static func extensions(of handle: String) -> String { "\(call(handle))/extensions" }
    /// How the released result of a round came about.
    static func result(_ round: String, of handle: String, page: Int = 1) -> String {
        query("\(register(handle))/rounds/\(round)", ["page": page > 1 ? String(page) : nil])
    }
    static func resultSheet(_ round: String, of handle: String) -> String {
        "\(result(round, of: handle))/scores.csv"
    }
    static func resultJSON(_ round: String, of handle: String) -> String {
        "\(result(round, of: handle))/result.json"
    }
    /// Where everything that was filed is taken out.
    static func exports(of handle: String) -> String { "\(call(handle))/exports" }
    static func exportFile(_ id: ExportID, of handle: String) -> String {
        "\(exports(of: handle))/\(id)/file"
    }
    static func exportCancellation(_ id: ExportID, of handle: String) -> String {
        "\(exports(of: handle))/\(id)/cancellation"
    }
    /// Who may file though the call has closed.
    static func lateAccess(of handle: String) -> String { "\(call(handle))/late-access" }
    static func lateAccessWithdrawals(of handle: String) -> String {
        "\(lateAccess(of: handle))/withdrawals"
    }
    /// Where the contact of a published call is changed.
    static func contact(of handle: String) -> String { "\(call(handle))/contact" }
    /// Who has which role towards a call.
    static func people(of handle: String) -> String { "\(call(handle))/people" }
    static func revocations(of handle: String) -> String { "\(people(of: handle))/revocations" }
    /// The letters that were written about the call's submissions.
    static func letters(of handle: String) -> String { "\(call(handle))/letters" }
    /// A call as those with that role will see it.
    static func preview(of handle: String, as role: String? = nil, page: String? = nil) -> String {
        query("\(call(handle))/preview", ["role": role, "page": page])
    }
    /// One of the pages that those with that role will work on, with an entry that nobody filed.
    static func example(of handle: String, as role: String, _ page: ExamplePage) -> String {
        "\(preview(of: handle))/\(role)/\(page.rawValue)"
    }

    /// The register of a call.
    public static func register(_ handle: String) -> String { "\(registers)/\(handle)" }
    static func registerFeed(_ handle: String) -> String { "\(register(handle))/feed.atom" }
    static func registerSheet(_ handle: String) -> String { "\(register(handle))/data.csv" }
    /// What stands in which column of the data.
    static func registerFields(_ handle: String) -> String { "\(register(handle))/fields" }
    static func registerJSON(_ handle: String) -> String { "\(register(handle))/data.json" }
    /// The public page of the submission with that number.
    public static func registerEntry(_ number: String, in handle: String) -> String {
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;"))
        return "\(register(handle))/\(number.addingPercentEncoding(withAllowedCharacters: allowed) ?? number)"
    }
    static func registerAttachment(
        _ attachment: AttachmentID, of number: String, in handle: String
    ) -> String {
        "\(registerEntry(number, in: handle))/attachments/\(attachment)"
    }
    /// The small copy of a picture that the register shows.
    static func registerThumbnail(
        _ attachment: AttachmentID, of number: String, in handle: String
    ) -> String {
        "\(registerAttachment(attachment, of: number, in: handle))/thumbnail"
    }
}
