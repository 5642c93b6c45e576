import SalaWeb

/// Takes a text in Thai and in English and gives one of them.
typealias Saying = (String, String) -> String

extension DaysLeftView {
    static func samples(_ say: Saying) -> [DaysLeftView] {
        let exact = say("30 พ.ย. 2569 เวลา 16.30 น.", "30 November 2026, 16:30")
        return [
            DaysLeftView(
                text: say("อีก 24 วัน", "24 days left"), exactTime: exact,
                timestamp: "2026-11-30T16:30:00+07:00"),
            DaysLeftView(
                text: say("อีก 3 วัน", "3 days left"), exactTime: exact,
                timestamp: "2026-11-30T16:30:00+07:00",
                isUrgent: true),
            DaysLeftView(
                text: say("ปิดรับแล้ว", "Closed"), exactTime: exact, timestamp: "2026-11-30T16:30:00+07:00",
                isOver: true),
            DaysLeftView(
                text: say("เลยกำหนดเมื่อ 2 วันที่แล้ว", "Overdue, due 2 days ago"), exactTime: exact,
                timestamp: "2026-11-30T16:30:00+07:00", isOverdue: true),
        ]
    }
}

extension NoticeView {
    static func samples(_ say: Saying) -> [NoticeView] {
        [
            NoticeView(
                .success, say("บันทึกแล้วเมื่อ 14.05 น.", "Saved at 14:05."),
                link: LinkView(label: say("เลิกทำ", "Undo"), url: "#undo")),
            NoticeView(.warning, say("ปิดรับในอีก 3 วัน", "The call closes in 3 days.")),
            NoticeView(
                .error, say("ไฟล์ใหญ่เกิน 10 MB ลองไฟล์ที่เล็กกว่า", "The file is too large. Try another.")),
        ]
    }
}

extension StepsView {
    static func sample(_ say: Saying) -> StepsView {
        StepsView(
            summary: say("ตอบแล้ว 1 จาก 4 หน้า", "1 of 4 pages answered"), done: 1, total: 4,
            steps: [
                StepView(
                    label: say("หน่วยงาน", "Organisation"), url: "#1", state: say("ครบแล้ว", "Complete"),
                    isDone: true),
                StepView(
                    label: say("โครงการ", "Project"), url: "#2", state: say("มีข้อที่ต้องแก้", "Needs mending"),
                    isCurrent: true, hasMistakes: true),
                StepView(
                    label: say("ผลลัพธ์", "Results"), url: "#3", state: say("ยังไม่ได้ตอบ", "Not answered")),
                StepView(
                    label: say("ตรวจทานและส่ง", "Check and send"), url: "#4",
                    state: say("ยังไม่ได้ตอบ", "Not answered")),
            ], savingForm: "sample-form")
    }
}

extension AttachmentView {
    static func samples(_ say: Saying) -> [AttachmentView] {
        [
            AttachmentView(
                id: "a1", name: say("ภาพหน้าจอ.png", "screen.png"), url: "#a1",
                detail: say("ภาพ 240 kB", "Picture, 240 kB"),
                previewURL: "/icons/favicon.svg"),
            AttachmentView(
                id: "a2", name: say("แผนดำเนินงาน.pdf", "plan.pdf"), url: "#a2", detail: "PDF, 1.2 MB"),
        ]
    }
}

extension FactView {
    static func samples(_ say: Saying) -> [FactView] {
        [
            FactView(term: say("เลขที่เรื่อง", "Number"), detail: "DL-2569-00042"),
            FactView(term: say("ชื่อผลงาน", "Title"), detail: "ระบบแจ้งเตือนน้ำท่วม"),
            FactView(
                term: say("หน่วยงาน", "Organisation"),
                detail: say("เทศบาลตำบลตัวอย่าง", "Example Subdistrict Municipality"),
                url: "#organisation"),
            FactView(
                term: say("เอกสารแนบ", "Attachments"), detail: say("2 ไฟล์", "2 files"),
                files: AttachmentView.samples(say)),
        ]
    }
}

extension TimelineView {
    static func sample(_ say: Saying, badge: StageBadgeView, due: DaysLeftView) -> TimelineView {
        TimelineView(
            entries: [
                TimelineEntryView(
                    title: say("รับเรื่องแล้ว", "Received"), actor: say("เจ้าหน้าที่สาธิต", "Demo officer"),
                    time: say("2 วันก่อน", "2 days ago"),
                    exactTime: say("19 พ.ย. 2569 เวลา 09.12 น.", "19 November 2026, 09:12"),
                    timestamp: "2026-11-19T09:12:00+07:00",
                    note: say("เอกสารครบถ้วน ส่งต่อให้ตรวจคุณสมบัติ", "The papers are complete. On to screening."),
                    facts: [
                        FactView(
                            term: say("ตรวจแล้วว่า", "It was checked that"),
                            detail: say("เอกสารครบ", "The papers are complete"))
                    ],
                    links: [LinkView(label: say("หนังสือแจ้งการรับเรื่อง", "Letter of receipt"), url: "#letter")],
                    badge: badge),
                TimelineEntryView(
                    title: say("ยื่นเรื่อง", "Filed"), actor: say("ผู้ยื่นสาธิต", "Demo applicant"),
                    time: say("3 วันก่อน", "3 days ago"),
                    exactTime: say("18 พ.ย. 2569 เวลา 15.40 น.", "18 November 2026, 15:40"),
                    timestamp: "2026-11-18T15:40:00+07:00"),
            ],
            next: TimelineNextView(
                title: say("ตรวจคุณสมบัติ", "Screening"),
                detail: say(
                    "เจ้าหน้าที่ของโครงการจะแจ้งผลให้ทราบ", "The programme’s officer will tell you the result."),
                due: due))
    }
}

extension ConfirmView {
    static func sample(_ say: Saying) -> ConfirmView {
        ConfirmView(
            title: say("ถอนเรื่องนี้หรือไม่", "Withdraw this submission?"),
            text: say("เมื่อถอนแล้วจะยื่นใหม่ได้จนถึงวันปิดรับ", "You can file anew until the call closes."),
            consequences: [
                say("เรื่องจะไม่ถูกประเมิน", "It will not be judged"),
                say("ผู้ร่วมยื่นจะได้รับหนังสือแจ้ง", "Its members will get a letter"),
            ],
            url: "#withdraw", fields: [HiddenFieldView(name: "action", value: "withdraw")],
            label: say("ถอนเรื่อง", "Withdraw"), cancelURL: "#", isDangerous: true)
    }
}

extension ProgressView {
    static func sample(_ say: Saying) -> ProgressView {
        ProgressView(
            label: say("นำเข้ารายชื่อหน่วยงาน", "Importing organisations"), done: 3200, total: 7850,
            text: say("3,200 จาก 7,850 แถว", "3,200 of 7,850 rows"), refreshURL: "#progress",
            outcome: NoticeView(.warning, say("ข้ามไป 2 แถว", "2 rows were skipped")))
    }
}
