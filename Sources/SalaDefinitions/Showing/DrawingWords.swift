import SalaEngine

/// The few words of a drawing that no programme writes itself.
struct DrawingWords {
    let start: String
    let open: String
    let isPublic: String
    let final: String
    let held: String
    let clock: String

    init(_ language: Language) {
        switch language {
        case .thai:
            start = "เริ่มต้น"
            open = "แก้ไขได้"
            isPublic = "เผยแพร่"
            final = "สิ้นสุด"
            held = "มีผลเมื่อประกาศ"
            clock = "ครบกำหนดเวลา"
        case .english:
            start = "start"
            open = "can be edited"
            isPublic = "public"
            final = "final"
            held = "takes effect when released"
            clock = "when the time is over"
        }
    }

    static func days(_ days: Int, _ language: Language) -> String {
        switch language {
        case .thai: "\(days) วันทำการ"
        case .english: days == 1 ? "1 working day" : "\(days) working days"
        }
    }
}
