import Foundation
import HTTPTypes
import Hummingbird
import Logging
import SalaEngine
import SalaStore
import SalaThai

extension Site {
    /// A page as an answer; one that says no tells the log so itself, as a failure has done already.
    ///
    /// - Parameter code: why it says no; where it is not given, the page says what to mend in what was typed.
    func answer(
        _ page: any Page, _ context: SalaContext, status: HTTPResponse.Status = .ok, code: String = "mistaken"
    ) throws -> Response {
        if status.code >= 400, !(page is FailurePage) {
            context.logRefusal(code, status, on: type(of: page).template)
        }
        let html = try templates.render(page, language: context.visit.language)
        return Response(
            status: status,
            // Not even an answer to a form is kept for a way back: others may sit down at the computer.
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: context.visit.language.rawValue,
                .cacheControl: "private, no-store", .vary: "Cookie",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// A page that says itself what was refused.
    func answer(_ page: any Page, _ context: SalaContext, refusing refusal: Refusal) throws -> Response {
        try answer(page, context, status: refusal.status, code: refusal.code)
    }

    /// Leads on to another page, which says once what was done: `done` is a key under the texts `done`.
    func redirect(to path: String, done: String? = nil) -> Response {
        let target = done.map { key in path + (path.contains("?") ? "&" : "?") + "done=\(key)" } ?? path
        return Response(status: .seeOther, headers: [.location: target, .cacheControl: "no-store"])
    }

    /// The words of the site under that key.
    func say(_ key: String, _ context: SalaContext, _ values: [String: String] = [:]) -> String {
        templates.say(key, context.visit.language, values)
    }

    /// The frame of a page with that title, which says what was just done.
    func chrome(_ title: String, _ context: SalaContext, telling told: NoticeView? = nil) -> Chrome {
        let visit = context.visit
        let other: Language = visit.language == .thai ? .english : .thai
        return Chrome(
            title: title, language: visit.language.rawValue,
            otherLanguage: LanguageLink(
                code: other.rawValue, label: other == .thai ? "ไทย" : "English",
                url: visit.shownPath.settingQueryItem("lang", to: other.rawValue, removing: Paths.told)),
            homeURL: Paths.home, navigation: navigation(context),
            person: visit.visitor.map { visitor in
                PersonView(name: visitor.name, accountURL: Paths.account, signOutURL: Paths.signOut)
            },
            signInURL: visit.visitor == nil && !visit.path.hasPrefix(Paths.signIn)
                ? signIn(returningTo: visit.shownPath) : nil,
            csrfToken: visit.csrf, formURL: visit.formPath,
            notice: told ?? notice(context), demo: ribbon(context),
            assetVersion: settings.assetVersion,
            printedFooter: printedFooter(visit),
            contact: settings.contact, isExample: visit.exampleOf != nil)
    }

    /// Who has signed in reads the time; what is kept for everybody else must not change each minute.
    private func printedFooter(_ visit: Visit) -> String {
        let address = settings.address + (Paths.holdsSecret(visit.path) ? "" : visit.path)
        let day = visit.now.localDate.text(.short, thai: visit.isThai)
        return "\(address) · \(visit.visitor == nil ? day : visit.now.text(thai: visit.isThai))"
    }

    /// The way to sign in, and then back unless the path is a secret.
    func signIn(returningTo path: String) -> String {
        Paths.holdsSecret(path) ? Paths.signIn : Paths.signIn(then: path)
    }

    private func navigation(_ context: SalaContext) -> [NavigationLink] {
        guard let visitor = context.visit.visitor else { return [] }
        let path = context.visit.path
        let following = NavigationLink(
            label: say("navigation.following", context), url: Paths.following,
            isCurrent: path.hasPrefix(Paths.following))
        guard visitor.hasDesk else { return [following] }
        let desks = NavigationLink(
            label: say("navigation.desks", context), url: Paths.desks, isCurrent: path.hasPrefix(Paths.desks))
        return [following, desks]
    }

    private func notice(_ context: SalaContext) -> NoticeView? {
        if let preview = context.visit.exampleOf {
            let back = LinkView(label: say("preview.back", context), url: preview)
            return NoticeView(.warning, say("preview.example", context), link: back)
        }
        guard let key = context.visit.path.queryItem("done"), key.utf8.allSatisfy(\.isKeyByte),
            let text = templates.texts.find("done.\(key)", context.visit.language)
        else { return nil }
        return NoticeView(.success, text)
    }

    private func ribbon(_ context: SalaContext) -> DemoRibbonView? {
        settings.personas.map { personas in
            let views = personas.map { persona in
                PersonaView(
                    label: say("persona.\(persona.key)", context), name: persona.name,
                    url: Paths.persona(persona.key),
                    isCurrent: persona.person == context.visit.visitor?.person)
            }
            return DemoRibbonView(
                personas: views,
                current: views.first(where: \.isCurrent)?.label ?? say("layout.demo-choose", context),
                outboxURL: Paths.outbox)
        }
    }
}

extension SalaContext {
    /// Tells the log what was refused and on which page, and nothing of what was typed.
    func logRefusal(_ code: String, _ status: HTTPResponse.Status, on page: String) {
        logger.info("refused", metadata: ["code": "\(code)", "status": "\(status.code)", "page": "\(page)"])
    }
}

extension UInt8 {
    fileprivate var isKeyByte: Bool { (97...122).contains(self) || self == 45 }
}

extension String {
    /// The first value of a query item of this path.
    func queryItem(_ name: String) -> String? {
        guard utf8.contains(UInt8(ascii: "?")) else { return nil }
        return URLComponents(string: self)?.queryItems?.first { $0.name == name }?.value
    }

    /// This path with one query item set and those of the prefix taken away.
    func settingQueryItem(_ name: String, to value: String, removing prefix: String) -> String {
        guard var components = URLComponents(string: self) else { return self }
        var items = components.queryItems ?? []
        items.removeAll { $0.name == name || $0.name.hasPrefix(prefix) }
        items.append(URLQueryItem(name: name, value: value))
        components.queryItems = items
        return components.string ?? self
    }
}
