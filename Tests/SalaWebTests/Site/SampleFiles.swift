import Foundation

/// Small real files, made byte by byte.
enum SampleFiles {
    /// One page that says the words, as PDF 1.4.
    static func pdf(_ words: String) -> [UInt8] {
        let stream = "BT /F1 20 Tf 72 700 Td (\(words)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
        ]
        var text = "%PDF-1.4\n"
        for (index, object) in objects.enumerated() { text += "\(index + 1) 0 obj\n\(object)\nendobj\n" }
        return Array("\(text)trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n".utf8)
    }

    /// A picture of one pixel (PNG specification, 2nd edition).
    static let png = [UInt8](
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
                + "AABJRU5ErkJggg=="
        ) ?? Data())

    /// An archive with one stored file `a` of one byte (PKWARE's APPNOTE, section 4.3).
    static let zip: [UInt8] = {
        let name: [UInt8] = [97]
        let sum: [UInt8] = [0x43, 0xBE, 0xB7, 0xE8]
        let common: [UInt8] =
            [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sum + [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
        let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + name + [97]
        let entry: [UInt8] =
            [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 14) + name
        let end: [UInt8] =
            [
                0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(entry.count), 0, 0, 0, UInt8(local.count), 0,
                0, 0,
            ]
            + [0, 0]
        return local + entry + end
    }()
}
