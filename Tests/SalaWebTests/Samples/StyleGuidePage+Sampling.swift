import SalaEngine
import SalaWeb

extension StyleGuidePage {
    /// Every part with something in it, in either language.
    static func sample(_ language: Language = .thai) -> StyleGuidePage {
        func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }
        let draft = StageBadgeView(say("กำลังเขียน", "Being written"), tone: .draft)
        let screening = StageBadgeView(say("ตรวจคุณสมบัติ", "Screening"), tone: .waiting)
        let stages = [
            draft, screening,
            StageBadgeView(say("กรรมการประเมิน", "Judging"), tone: .active),
            StageBadgeView(say("ได้รับคัดเลือก", "Selected"), tone: .success),
            StageBadgeView(say("ไม่ผ่านการคัดเลือก", "Not selected"), tone: .refused),
            StageBadgeView(say("ถอนเรื่องแล้ว", "Withdrawn"), tone: .closed),
        ]
        let dues = DaysLeftView.samples(say)
        return StyleGuidePage(
            chrome: .sample(language), notices: NoticeView.samples(say),
            errors: ErrorSummaryView(mistakes: [
                LinkView(
                    label: say("งบประมาณ: ใส่ตัวเลขเป็นบาท", "Budget: give a number of baht"),
                    url: "#\(FieldView.anchor(of: "budget"))"),
                LinkView(
                    label: say("พื้นที่: เลือกอย่างน้อยหนึ่งข้อ", "Area: choose at least one"),
                    url: "#\(FieldView.anchor(of: "areas"))"),
            ]),
            steps: .sample(say), fields: FieldView.samples(say), stages: stages, dues: dues,
            stats: [
                StatView(
                    value: "78", label: say("เรื่องรอท่านประเมิน", "submissions wait for you"), url: "#desk",
                    isPressing: true),
                StatView(value: "7,850", label: say("เรื่องที่ยื่นทั้งหมด", "submissions in all")),
                StatView(value: "40", label: say("เรื่องที่ได้รับคัดเลือก", "selected")),
            ],
            facts: FactView.samples(say),
            timeline: .sample(say, badge: screening, due: dues[1]),
            filters: .sample(say), desk: .sample(say, stages: stages, due: dues[0]),
            pagination: .sample(say),
            confirm: .sample(say),
            progress: .sample(say),
            empty: EmptyView(
                title: say("ยังไม่มีเรื่องที่ยื่น", "Nothing filed yet"),
                text: say("เรื่องที่ยื่นจะมาอยู่ที่นี่พร้อมขั้นต่อไป", "What you file will be here."),
                step: LinkView(label: say("ดูโครงการที่เปิดรับ", "See open calls"), url: "#calls")),
            distribution: .sample(say),
            shares: [
                ShareView(label: say("ภาคเหนือ", "North"), value: "1,204", percent: 100),
                ShareView(label: say("ภาคใต้", "South"), value: "803", percent: 67),
            ],
            scores: ScoreView.samples(say))
    }
}
