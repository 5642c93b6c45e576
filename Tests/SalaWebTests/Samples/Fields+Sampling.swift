import SalaWeb

extension FieldView {
    /// A field of each kind, so that a template's every tag has something to show.
    static func samples(_ say: Saying) -> [FieldView] {
        lines(say) + choices(say) + [
            FieldView(
                name: "files", label: say("ภาพและเอกสาร", "Pictures and papers"),
                control: .files(
                    FilesControl(
                        existing: AttachmentView.samples(say), accept: "image/*,application/pdf",
                        isMultiple: true,
                        rule: say("ไม่เกิน 5 ไฟล์ ไฟล์ละไม่เกิน 10 MB", "At most 5 files of at most 10 MB each"),
                        maximumBytes: 10_485_760, shown: "files=x"))),
            FieldView(
                name: "privacy", label: "",
                control: .note(
                    ReadingControl(paragraphs: [
                        say(
                            "คำตอบในหน้านี้จะเผยแพร่เมื่อได้รับคัดเลือก",
                            "The answers on this page are published once selected.")
                    ]))),
            FieldView(
                name: "number", label: say("เลขที่เรื่อง", "Number"),
                control: .reading(ReadingControl(paragraphs: ["DL-2569-00042"]))),
        ]
    }

    private static func lines(_ say: Saying) -> [FieldView] {
        [
            FieldView(
                name: "title", label: say("ชื่อผลงาน", "Title"),
                hint: say("ชื่อที่คนทั่วไปอ่านแล้วเข้าใจ", "A name that anybody understands"), isRequired: true,
                control: .text(
                    TextControl(
                        value: say("น้ำดื่มปลอดภัยทุกหมู่บ้าน", "Safe water for every village"), maximumLength: 200))
            ),
            FieldView(
                name: "budget", label: say("งบประมาณ", "Budget"),
                error: say("ใส่ตัวเลขเป็นบาท เช่น 250,000", "Give a number of baht, such as 250,000"),
                isRequired: true,
                shownWhen: Condition(question: "size", answers: "small large"),
                newer: ReadingControl(paragraphs: ["250,000"]),
                control: .text(
                    TextControl(
                        value: say("สองแสน", "two hundred thousand"), inputMode: "decimal", width: "medium",
                        autocomplete: "off",
                        unit: say("บาท", "baht")))),
            FieldView(
                name: "summary", label: say("สรุปย่อ", "Summary"), isReadOnly: true,
                control: .multiline(
                    MultilineControl(value: "บรรทัดแรก\n<b>line two</b>", rows: 3, maximumLength: 2000))),
            FieldView(
                name: "started", label: say("วันที่เริ่ม", "Started on"), control: .date(DateControl(value: ""))),
            FieldView(
                name: "organisation", label: say("หน่วยงาน", "Organisation"),
                control: .organisation(
                    OrganisationControl(
                        value: "", idName: "organisation-id", suggestURL: "/organisations"))),
        ]
    }

    private static func choices(_ say: Saying) -> [FieldView] {
        let areas = [
            ChoiceView(value: "health", label: say("สาธารณสุข", "Health")),
            ChoiceView(
                value: "water", label: say("น้ำและสิ่งแวดล้อม", "Water and environment"),
                detail: say("น้ำดื่ม น้ำเสีย ขยะ", "Drinking water, waste water, waste"), isChosen: true),
        ]
        let sizes = [
            ChoiceView(value: "small", label: say("เล็ก", "Small"), isChosen: true),
            ChoiceView(
                value: "large", label: say("ใหญ่", "Large"), detail: say("เกิน 50 คน", "More than 50 people")),
        ]
        let provinces = (1...8).map { number in
            ChoiceView(
                value: "\(number)", label: say("จังหวัดตัวอย่าง \(number)", "Example Province \(number)"))
        }
        return [
            FieldView(
                name: "size", label: say("ขนาดหน่วยงาน", "Size"), isRequired: true,
                control: .oneOf(sizes, reloads: true)),
            FieldView(
                name: "areas", label: say("พื้นที่ของผลงาน", "Areas"),
                hint: say("เลือกได้หลายข้อ", "Choose as many as apply"),
                error: say("เลือกอย่างน้อยหนึ่งข้อ", "Choose at least one"),
                control: .checkboxes(ChoicesControl(choices: areas, reloads: true))),
            FieldView(
                name: "province", label: say("จังหวัด", "Province"), control: .oneOf(provinces, reloads: true)
            ),
        ]
    }
}

extension ScoreView {
    static func samples(_ say: Saying) -> [ScoreView] {
        func scale(_ chosen: Int?) -> [ChoiceView] {
            (1...5).map { (score: Int) in
                ChoiceView(value: "\(score)", label: "\(score)", isChosen: score == chosen)
            }
        }
        let ends = (say("ไม่เห็นผล", "No effect"), say("เห็นผลชัดเจน", "Clear effect"))
        return [
            ScoreView(
                name: "impact", label: say("ผลต่อประชาชน", "Effect on people"),
                description: say("ประชาชนได้อะไรที่วัดได้", "What people gain that can be measured"),
                weight: say("น้ำหนัก 40%", "40% of the total"), scale: scale(4), lowest: ends.0,
                highest: ends.1),
            ScoreView(
                name: "reuse", label: say("นำไปใช้ที่อื่นได้", "Can be used elsewhere"), scale: scale(nil),
                lowest: ends.0,
                highest: ends.1, error: say("ยังไม่ได้ให้คะแนนข้อนี้", "Give this one a score")),
        ]
    }
}
