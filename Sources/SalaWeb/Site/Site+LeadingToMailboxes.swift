import Foundation
import Hummingbird
import SalaStore

extension Site {
    /// Leads to the page that tells people to look into the mailbox of the address they typed.
    func mailbox(
        of email: String, about news: MailboxNews, then path: ReturnPath?, _ context: SalaContext
    ) -> Response {
        var response = redirect(to: Paths.mailbox(about: news, then: path?.path))
        let kept = email.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        response.setCookie(Cookie(.address, kept, over: context.visit))
        return response
    }
}

extension Cookies {
    /// The address that this browser just asked a letter for.
    func typedAddress(over visit: Visit) -> String? {
        let address = self[.address, over: visit]?.removingPercentEncoding ?? ""
        return address.isEmpty || address.utf8.count > 254 ? nil : address
    }
}
