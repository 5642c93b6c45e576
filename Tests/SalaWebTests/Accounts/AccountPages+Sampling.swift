import SalaEngine

@testable import SalaWeb

extension PasswordView {
    static let sample = PasswordView(
        name: PasswordView.known, label: "รหัสผ่าน", hint: "ยาว ๆ", error: "สั้นเกินไป", isNew: true)
}

extension FieldView {
    static func accountSample(_ name: String) -> FieldView {
        FieldView(
            name: name, label: name, hint: "hint", error: "mistake",
            control: .text(
                TextControl(value: "<b>typed</b>", maximumLength: 9, autocomplete: "name", unit: "คน")))
    }
}

/// A page of accounts with every list and every value filled, under the name of its template.
enum AccountPages {
    static var all: [any SalaWeb.Page] {
        [
            signIn, registration, mailbox, correction,
            VerificationPage(chrome: .sample(), url: "/verifications/x", then: "/y"),
            SpentLinkPage(chrome: .sample(), lead: "spent", signInURL: "/sign-in", again: link),
            reset,
            NewPasswordPage(
                chrome: .sample(), url: "/x", then: "/desks", errors: errors, password: .sample),
            account, memberships, members, outbox, letter,
        ]
    }

    private static let link = LinkView(label: "again", url: "/again")
    private static let errors = ErrorSummaryView(mistakes: [LinkView(label: "mistake", url: "#field-email")])
    private static let problem = NoticeView(.error, "problem", link: link)
    private static let badge = StageBadgeView("รอ", tone: .waiting)

    private static var signIn: SignInPage {
        SignInPage(
            chrome: .sample(), url: "/sign-in", then: "/following", problem: problem,
            typed: [HiddenFieldView(name: "typed-title", value: "typed")], keeping: "here",
            email: .accountSample("email"), password: .sample, resetURL: "/r", registrationURL: "/n",
            isDemo: true)
    }

    private static var registration: RegistrationPage {
        RegistrationPage(
            chrome: .sample(), url: "/registration", then: "/following", problem: problem, errors: errors,
            name: .accountSample("name"), email: .accountSample("email"), password: .sample,
            signInURL: "/sign-in")
    }

    private static var correction: AddressCorrectionPage {
        AddressCorrectionPage(
            chrome: .sample(), url: "/registration/address", then: "/following", problem: problem,
            errors: errors, known: .accountSample("mistyped"), password: .sample,
            email: .accountSample("email"), registrationURL: "/registration")
    }

    private static var mailbox: MailboxPage {
        MailboxPage(
            chrome: .sample(), lead: "lead", address: "demo@sala.example", again: link, signInURL: "/sign-in",
            outboxURL: "/outbox")
    }

    private static var reset: PasswordResetPage {
        PasswordResetPage(
            chrome: .sample(), url: "/password-resets", then: "/desks", problem: problem, errors: errors,
            email: .accountSample("email"), backURL: "/sign-in")
    }

    private static var account: AccountPage {
        AccountPage(
            chrome: .sample(), errors: errors, url: "/account", email: "demo@sala.example",
            name: .accountSample("name"), language: .accountSample("language"),
            passwordURL: "/account/password",
            problem: problem, oldPassword: .sample, newPassword: .sample, resetURL: "/password-resets",
            membershipsURL: "/memberships", lettersURL: "/account/letters", places: [place],
            sessions: [true, false].map { isCurrent in
                AccountPage.SessionItem(
                    browser: "Firefox, Linux", begun: "1 ม.ค. 2569", seen: "เมื่อครู่",
                    seenExactly: "1 มกราคม 2569",
                    seenTimestamp: "2026-01-01T00:00:00Z", isCurrent: isCurrent, endURL: "/end")
            }, hasOthers: true, endOthersURL: "/others")
    }

    private static var memberships: MembershipsPage {
        MembershipsPage(
            chrome: .sample(), errors: errors,
            claims: [
                MembershipsPage.Claim(
                    person: "Demo", organisation: "อบต. ตัวอย่าง", province: "น่าน", asked: "เมื่อวาน",
                    askedExactly: "1 มกราคม 2569", askedTimestamp: "2026-01-01T00:00:00Z",
                    url: "/d", facts: facts,
                    refusal: reasonForm)
            ], more: "more", decided: timeline, places: [place], timeline: timeline,
            empty: EmptyView(title: "empty", text: "text", step: link), url: "/memberships",
            field: FieldView(
                name: "organisation-name", label: "ชื่อ", hint: "hint", error: "mistake",
                control: .organisation(
                    OrganisationControl(
                        value: "x", idName: "organisation", suggestURL: "/s", isUnknown: true))),
            found: FieldView(
                name: "organisation", label: "found", hint: "hint", error: "mistake",
                control: .radios(ChoicesControl(choices: [ChoiceView(value: "1", label: "a", detail: "b")]))),
            searched: HiddenFieldView(name: "organisation-searched", value: "x"))
    }

    private static let facts = [
        FactView(
            term: "อีเมล", detail: "<b>demo</b>@sala.example (ตัวอย่าง)",
            url: "https://sala.example",
            files: [
                AttachmentView(
                    id: "1", name: "a.pdf", url: "/a", detail: "PDF", previewURL: "/p", isRemoved: true)
            ])
    ]
    private static let place = OwnPlaceView(
        organisation: "อบต. ตัวอย่าง", province: "น่าน", role: "สมาชิก", badge: badge, detail: "<b>since</b>",
        membersURL: "/m", withdrawalURL: "/w")
    private static let reasonForm = ReasonForm(
        label: "refuse", about: "<i>Demo</i>", hint: "hint", url: "/d", decision: "refuse",
        field: .accountSample("reason"), button: "do", isOpen: true)
    private static let timeline = TimelineView(
        entries: [
            TimelineEntryView(
                title: "<b>title</b>", actor: "actor", time: "เมื่อวาน", exactTime: "1 มกราคม 2569",
                timestamp: "2026-01-01T00:00:00Z", note: "<i>note</i>", links: [link], badge: badge)
        ],
        next: TimelineNextView(
            title: "next", detail: "detail",
            due: DaysLeftView(text: "อีก 1 วัน", exactTime: "2 มกราคม 2569", timestamp: "2026-01-02T00:00:00Z"))
    )

    private static var members: MembersPage {
        MembersPage(
            chrome: .sample(), membershipsURL: "/memberships", province: "น่าน", errors: errors,
            members: [
                MembersPage.Member(
                    name: "<b>Demo</b>", email: "demo@sala.example", roles: "สมาชิก", since: "1 ม.ค. 2569",
                    isOneself: true, end: reasonForm)
            ], empty: EmptyView(title: "empty", text: "text", step: link), timeline: timeline)
    }

    private static var outbox: OutboxPage {
        OutboxPage(
            chrome: .sample(), call: link, lead: "lead", url: "/outbox", words: "demo",
            kept: [HiddenFieldView(name: "state", value: "sent")],
            tabs: [NavigationLink(label: "all", url: "/outbox", isCurrent: true)], shown: "all",
            letters: [
                OutboxPage.Item(
                    subject: "<i>เรื่อง</i>", url: "/outbox/1", kind: "<i>kind</i>", language: "ไทย",
                    code: "th",
                    address: "demo@sala.example", addressURL: "/outbox?query=demo", call: "การประกวด",
                    written: "เมื่อครู่", writtenExactly: "1 มกราคม 2569",
                    writtenTimestamp: "2026-01-01T00:00:00Z", badge: badge, notes: ["<i>note</i>"],
                    againURL: "/again")
            ], empty: EmptyView(title: "empty", text: "text"),
            pagination: PaginationView(
                summary: "all", previousURL: "/previous", nextURL: "/next",
                pages: [PageLinkView(label: "1", url: "/1")]))
    }

    private static var letter: OutboxLetterPage {
        OutboxLetterPage(
            chrome: .sample(), subject: "เรื่อง", address: "demo@sala.example", written: "1 มกราคม 2569",
            badge: badge,
            language: "th",
            pieces: [
                .init(text: "<b>words</b>\n", url: nil), .init(text: "https://x", url: "/verifications/1"),
            ],
            outboxURL: "/outbox")
    }
}
