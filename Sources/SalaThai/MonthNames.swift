/// The months' names from January on, in the spelling of the Royal Society's dictionary and of English.
enum MonthNames {
    static let thaiLong = [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ]
    static let thaiShort = [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ]
    static let englishLong = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
    static let englishShort = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The month that a typed word names in either language, long or short, with or without its dots.
    static func month(typed word: String) -> Int? {
        months[bare(word)]
    }

    private static let months: [String: Int] = {
        var months = ["sept": 9]
        for names in [thaiLong, thaiShort, englishLong, englishShort] {
            for (index, name) in names.enumerated() { months[bare(name)] = index + 1 }
        }
        return months
    }()

    private static func bare(_ word: String) -> String {
        word.lowercased().replacing(".", with: "")
    }
}
