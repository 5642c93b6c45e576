import SalaWeb

extension FiltersView {
    static func sample(_ say: Saying) -> FiltersView {
        FiltersView(
            url: "#desk", query: "",
            facets: [
                FacetView(
                    name: "stage", label: say("ขั้นตอน", "Stage"),
                    options: [
                        FacetOptionView(
                            value: "screening", label: say("ตรวจคุณสมบัติ", "Screening"), count: "1,204",
                            isChosen: true),
                        FacetOptionView(
                            value: "judging", label: say("กรรมการประเมิน", "Judging"), count: "312"),
                    ]),
                FacetView(
                    name: "region", label: say("ภาค", "Region"),
                    options: [FacetOptionView(value: "north", label: say("ภาคเหนือ", "North"), count: "96")]),
            ],
            chosen: [ChosenFilterView(label: say("ตรวจคุณสมบัติ", "Screening"), removeURL: "#desk")],
            clearURL: "#desk",
            saved: [
                NavigationLink(label: say("งานของฉัน", "My work"), url: "#desk", isCurrent: true),
                NavigationLink(label: say("ใกล้ครบกำหนด", "Due soon"), url: "#desk"),
                NavigationLink(label: say("ทั้งหมด", "Everything"), url: "#desk"),
            ],
            fields: [HiddenFieldView(name: "order", value: "due")])
    }
}

extension DeskTableView {
    static func sample(_ say: Saying, stages: [StageBadgeView], due: DaysLeftView) -> DeskTableView {
        let rows = (1...6).map { number in
            DeskRowView(
                id: "s\(number)", url: "#s\(number)",
                title: say("น้ำดื่มปลอดภัยทุกหมู่บ้าน \(number)", "Safe water for every village \(number)"),
                detail: say("เทศบาลตำบลตัวอย่าง", "Example Subdistrict Municipality"),
                cells: [
                    DeskCellView(label: "เลขที่", text: "DL-2569-0004\(number)"),
                    DeskCellView(badge: stages[number - 1]),
                    DeskCellView(text: "\(80 + number).25", isNumber: true), DeskCellView(due: due),
                ],
                isChosen: number == 2,
                note: number == 3
                    ? say("ส่งหลังปิดรับโดยได้รับอนุญาต", "Sent in after the close, by leave") : nil)
        }
        return DeskTableView(
            caption: say("เรื่องที่รอตรวจคุณสมบัติ", "Submissions to screen"),
            columns: [
                DeskColumnView(label: say("ชื่อผลงาน", "Title"), sortURL: "#desk", isAscending: true),
                DeskColumnView(label: say("เลขที่", "Number")),
                DeskColumnView(label: say("ขั้นตอน", "Stage")),
                DeskColumnView(
                    label: say("คะแนน", "Score"), isNumber: true, sortURL: "#desk", isDescending: true),
                DeskColumnView(label: say("กำหนด", "Due"), sortURL: "#desk"),
            ],
            rows: rows,
            bulk: BulkView(
                url: "#bulk",
                actions: [
                    BulkActionView(name: "accept", label: say("ผ่านคุณสมบัติ", "Accept")),
                    BulkActionView(name: "return", label: say("ส่งกลับให้แก้ไข", "Return")),
                ],
                allMatching: say("ทั้ง 1,204 เรื่องที่ตรงกับตัวกรอง", "All 1,204 that match the filters"),
                fields: [HiddenFieldView(name: "stage", value: "screening")],
                mistake: say("ยังไม่ได้เลือกเรื่อง", "Nothing is chosen yet")))
    }
}

extension PaginationView {
    static func sample(_ say: Saying) -> PaginationView {
        PaginationView(
            summary: say("51–100 จาก 1,204 เรื่อง", "51–100 of 1,204"), previousURL: "#1", nextURL: "#3",
            pages: [
                PageLinkView(label: "1", url: "#1"), PageLinkView(label: "2", url: "#2", isCurrent: true),
                PageLinkView(label: "3", url: "#3"), PageLinkView(label: "", isGap: true),
                PageLinkView(label: "25", url: "#25"),
            ])
    }
}

extension DistributionView {
    static func sample(_ say: Saying) -> DistributionView {
        let counts = [2, 5, 11, 24, 40, 31, 18, 9, 4, 1]
        return DistributionView(
            title: say("คะแนนรวมของเรื่องที่ประเมินแล้ว", "Totals of the judged submissions"),
            labelHeading: say("คะแนน", "Score"), valueHeading: say("จำนวนเรื่อง", "Submissions"),
            counts: counts.enumerated().map {
                ("\($0.offset * 10)–\($0.offset * 10 + 9)", $0.element, "\($0.element)")
            },
            cutBefore: 6, cutLabel: say("เส้นตัด 60", "Cut at 60"), csvURL: "#csv")
    }
}
