/// Common spellings and abbreviations with the standard words for them (Royal Society of Thailand's
/// spellings of loan words; the offices' own abbreviations).
enum Spelling {
    /// The text with standard words, the longest match first.
    static func standard(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let variant = variants[text[index]]?.first(where: { $0.matches(text, at: index) }) {
                result += variant.standard
                index += variant.written.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private struct Variant {
        var written: [Unicode.Scalar]
        var standard: [Unicode.Scalar]
        /// A short word may be part of a longer one (อบต in ประกอบต่อ): it counts only when it stands alone.
        var standsAlone: Bool

        func matches(_ text: [Unicode.Scalar], at index: Int) -> Bool {
            let end = index + written.count
            guard end <= text.count, text[index..<end].elementsEqual(written) else { return false }
            if end < text.count, ThaiLetters.isMark(text[end]) { return false }
            guard standsAlone else { return true }
            return (index == 0 || !isSameScript(text[index - 1]))
                && (end == text.count || !isSameScript(text[end]))
        }

        private func isSameScript(_ neighbour: Unicode.Scalar) -> Bool {
            written[0].isASCII
                ? neighbour.isASCII && neighbour.properties.isAlphabetic || ("0"..."9").contains(neighbour)
                : ThaiLetters.isPartOfWord(neighbour)
        }
    }

    private static let variants: [Unicode.Scalar: [Variant]] = {
        var all: [Variant] = []
        for (standard, spellings) in spellings {
            all += spellings.map { variant($0, standard, standsAlone: false) }
        }
        for (letters, standard) in abbreviations {
            all.append(variant(letters, standard, standsAlone: true))
            all.append(variant(letters + ".", standard, standsAlone: false))
            let dotted = letters.map { "\($0)." }.joined()
            all.append(variant(dotted, standard, standsAlone: false))
        }
        all.append(variant("dga", agency, standsAlone: true))
        return Dictionary(grouping: all) { $0.written[0] }
            .mapValues { $0.sorted { $0.written.count > $1.written.count } }
    }()

    private static func variant(_ written: String, _ standard: String, standsAlone: Bool) -> Variant {
        Variant(
            written: Array(written.unicodeScalars), standard: Array(standard.unicodeScalars),
            standsAlone: standsAlone)
    }

    private static let agency = "สำนักงานพัฒนารัฐบาลดิจิทัล"

    private static let abbreviations = [
        "สพร": agency,
        "อปท": "องค์กรปกครองส่วนท้องถิ่น",
        "อบต": "องค์การบริหารส่วนตำบล",
        "อบจ": "องค์การบริหารส่วนจังหวัด",
        "กทม": "กรุงเทพมหานคร",
    ]

    private static let spellings = [
        "ดิจิทัล": ["ดิจิตอล", "ดิจิตัล", "ดิจิทอล"],
        "องค์กรปกครองส่วนท้องถิ่น": ["องค์การปกครองส่วนท้องถิ่น"],
        "อินเทอร์เน็ต": ["อินเตอร์เน็ต", "อินเตอร์เนต", "อินเทอร์เนต", "อินเตอร์เน็ท"],
        "เว็บไซต์": ["เว็ปไซต์", "เวปไซต์", "เวบไซต์", "เว็บไซท์", "เว็บไซด์", "เว็ปไซด์"],
        "แอปพลิเคชัน": [
            "แอพพลิเคชั่น", "แอพพลิเคชัน", "แอปพลิเคชั่น", "แอพลิเคชั่น", "แอพลิเคชัน", "แอปพริเคชั่น",
        ],
        "แอป": ["แอพ", "แอ๊พ", "แอ๊ป"],
        "ซอฟต์แวร์": ["ซอฟท์แวร์", "ซอฟแวร์"],
        "อิเล็กทรอนิกส์": ["อิเล็คทรอนิกส์", "อิเลคทรอนิกส์", "อิเล็กทรอนิคส์", "อิเลกทรอนิกส์"],
        "อีเมล": ["อีเมล์", "อีเมลล์"],
        "อัปเดต": ["อัพเดท", "อัพเดต", "อัปเดท"],
        "อัปโหลด": ["อัพโหลด"],
        "แพลตฟอร์ม": ["แพลทฟอร์ม", "แพลตฟอร์ท"],
        "คลินิก": ["คลีนิก", "คลีนิค", "คลินิค"],
        "โควตา": ["โควต้า"],
        "ลิงก์": ["ลิงค์", "ลิ้งค์", "ลิ้งก์"],
    ]
}
