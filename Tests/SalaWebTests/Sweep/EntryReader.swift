import SalaEngine

/// Somebody who opens everything about one entry.
enum EntryReader: String, CaseIterable {
    case filer
    /// Another entrant under the call.
    case rival
    case judge
    case screener
    case chair
    case officer
    /// Officer, screener and judge who are members of every entrant organisation.
    case officerInside, screenerInside, judgeInside

    var isInside: Bool { self == .officerInside || self == .screenerInside || self == .judgeInside }
    var isFilersSide: Bool { self == .filer || isInside }
}

/// Words that stand in the seeded site and are for few.
struct EntryMark: Sendable {
    let words: String
    let readers: Set<EntryReader>
    /// It may stand on pages that are about no entry, such as the list of a panel's judges.
    var isOfEntries = false

    private static let filersSide = Set(EntryReader.allCases.filter(\.isFilersSide))

    /// The contact of every entry, which the contest calls private.
    static let contact = EntryMark(
        words: "ผู้ประสานงานตัวอย่าง", readers: filersSide.union([.screener, .officer]))
    static let newTitle = EntryMark(words: "ชื่อที่ยังไม่ยื่น", readers: filersSide)
    static let newPhone = EntryMark(words: "081-777-0020", readers: filersSide)
    static let newFile = EntryMark(words: "ไฟล์ที่ยังไม่ยื่น.pdf", readers: filersSide)

    static let all =
        [
            contact, newTitle, newPhone, newFile,
            EntryMark(words: Secrets.committeeComment(1), readers: [.judge, .chair, .officer]),
            EntryMark(words: Secrets.committeeComment(2), readers: [.chair, .officer]),
            EntryMark(words: Secrets.committeeComment(3), readers: [.chair, .officer]),
            // A judge's own name is written on the judge's own pages.
            EntryMark(words: "นามกรรมการหนึ่ง", readers: [.judge, .chair, .officer], isOfEntries: true),
            EntryMark(words: "นามกรรมการสอง", readers: [.chair, .officer], isOfEntries: true),
        ]
}
