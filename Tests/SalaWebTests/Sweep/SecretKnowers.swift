/// Who may know which of the seeded secrets, by the entry's programme: everybody else must never read it.
struct SecretKnowers: Sendable {
    let secret: String
    let parts: Set<Part>

    private static let committee: Set<Part> = [.chair, .officer]
    private static let readers: Set<Part> = [.entrant, .screener, .judge, .chair, .officer]

    static let all = [
        SecretKnowers(secret: Secrets.entrantTitle, parts: readers),
        // Whom to call is private: judges look at the work alone.
        SecretKnowers(secret: Secrets.entrantPhone, parts: [.entrant, .screener, .officer]),
        SecretKnowers(secret: Secrets.entrantFile, parts: readers),
        SecretKnowers(secret: Secrets.draftTitle, parts: [.entrant]),
        SecretKnowers(secret: Secrets.draftPhone, parts: [.entrant]),
        SecretKnowers(secret: Secrets.winnerPhone, parts: [.screener, .officer]),
        SecretKnowers(secret: Secrets.secretCall, parts: [.officer]),
        SecretKnowers(secret: Secrets.committeeComment(1), parts: committee.union([.judge])),
        SecretKnowers(secret: Secrets.committeeComment(2), parts: committee),
        SecretKnowers(secret: Secrets.committeeComment(3), parts: committee),
        // A judge's own name is written on the judge's own pages.
        SecretKnowers(secret: "นามกรรมการหนึ่ง", parts: committee.union([.judge])),
        SecretKnowers(secret: "นามกรรมการสอง", parts: committee),
        SecretKnowers(secret: "นามกรรมการสาม", parts: committee),
        SecretKnowers(secret: "นามกรรมการสี่", parts: committee.union([.otherJudge])),
        SecretKnowers(secret: Secrets.held, parts: committee),
    ]
}
