import SalaEngine
import SalaWeb

extension Chrome {
    static func sample(_ language: Language = .thai) -> Chrome {
        func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }
        let personas = [
            (say("เจ้าหน้าที่โครงการ", "Programme officer"), "officer"),
            (say("ผู้ตรวจคุณสมบัติ", "Screener"), "screener"),
            (say("กรรมการ", "Judge"), "judge"), (say("เจ้าหน้าที่ท้องถิ่น", "Municipal officer"), "municipal"),
            (say("ประชาชน", "Citizen"), "citizen"),
        ]
        return Chrome(
            title: say("แบบหน้าตา", "Style guide"), language: language.rawValue,
            otherLanguage: LanguageLink(
                code: say("en", "th"), label: say("English", "ภาษาไทย"), url: say("/en", "/th")),
            navigation: [
                NavigationLink(label: say("ยื่นเรื่อง", "File"), url: "#file"),
                NavigationLink(label: say("ติดตามเรื่อง", "Follow"), url: "#follow", isCurrent: true),
                NavigationLink(label: say("ดูผล", "Results"), url: "#results"),
            ],
            person: PersonView(
                name: say("เจ้าหน้าที่สาธิต", "Demo officer"), accountURL: "#account", signOutURL: "#out"),
            signInURL: "#in", csrfToken: "sample-token", formURL: "/form",
            notice: NoticeView(
                .success, say("บันทึกร่างแล้ว", "The draft is saved."),
                link: LinkView(label: say("เลิกทำ", "Undo"), url: "#undo")),
            demo: DemoRibbonView(
                personas: personas.map {
                    PersonaView(
                        label: $0.0, name: say("\($0.0)สาธิต", "Demo \($0.0)"), url: "#\($0.1)",
                        isCurrent: $0.1 == "officer")
                }, current: say("เจ้าหน้าที่โครงการ", "Programme officer"), outboxURL: "#outbox"),
            assetVersion: "sample", printedFooter: "sala.example/style-guide", contact: "help@sala.example")
    }
}
