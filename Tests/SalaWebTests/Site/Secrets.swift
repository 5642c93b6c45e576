/// Words that stand in the seeded site for what not everybody may know.
enum Secrets {
    static let entrantPhone = "081-777-0001"
    static let entrantTitle = "ผลงานลับของ ก"
    static let entrantFile = "เอกสารลับของ ก.pdf"
    static let draftTitle = "ร่างลับของ ก"
    static let draftPhone = "081-777-0002"
    static let winnerPhone = "081-777-0010"
    static let secretCall = "การเปิดรับลับ"
    static let judgeNames = "นามกรรมการ"
    /// What the judge of that place wrote for the committee alone.
    static func committeeComment(_ judge: Int) -> String { "ถึงกรรมการลับ-\(judge)" }
    static let committeeComments = "ถึงกรรมการลับ"
    /// What tells of a decision that is not announced, as the timeline says it.
    static let held = "ลงความเห็นไว้ก่อนประกาศ"
}
