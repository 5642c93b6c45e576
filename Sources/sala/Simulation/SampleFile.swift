import Foundation

/// Small real files for rehearsals: a PDF of one page and a PNG of a pavilion, made here byte by byte.
enum SampleFile {
    /// A PDF 1.4 document that says it is a sample.
    static func pdf(_ number: Int) -> Data {
        let stream = "BT /F1 20 Tf 72 700 Td (Sample document \(number)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// A picture of a pavilion, 480 by 320 pixels in four colours; the number chooses the colours.
    static func png(_ number: Int) -> Data {
        let (width, height) = (480, 320)
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width { rows.append(pixel(x, y)) }
        }
        var png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        png.append(chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 3, 0, 0, 0]))
        png.append(chunk("PLTE", palette(number)))
        png.append(chunk("IDAT", stored(rows)))
        png.append(chunk("IEND", []))
        return png
    }

    private static func pixel(_ x: Int, _ y: Int) -> UInt8 {
        let slope = abs(x - 240) * 11 / 20
        if y > 270 { return 1 }
        if y >= 60 + slope, y < 84 + slope, slope < 130 { return 2 }
        let isColumn = abs(x - 120) < 9 || abs(x - 360) < 9 || abs(x - 240) < 6
        return isColumn && y > 90 + slope ? 3 : 0
    }

    private static func palette(_ number: Int) -> [UInt8] {
        let skies: [[UInt8]] = [[214, 232, 236], [250, 236, 206], [226, 236, 214], [238, 222, 230]]
        let roofs: [[UInt8]] = [[11, 92, 94], [160, 82, 32], [74, 104, 52], [110, 56, 96]]
        let sky = skies[number % skies.count]
        let roof = roofs[(number / skies.count) % roofs.count]
        return sky + [198, 190, 172] + roof + [84, 70, 58]
    }

    /// A zlib stream of stored blocks (RFC 1950 and 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            let count = UInt16(block.count)
            stream.append(block.endIndex == bytes.count ? 1 : 0)
            stream += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
            stream += block
        }
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + bigEndian(high << 16 | low)
    }

    private static func chunk(_ name: String, _ bytes: [UInt8]) -> Data {
        let body = Array(name.utf8) + bytes
        return Data(bigEndian(bytes.count) + body + bigEndian(Int(checksum(body))))
    }

    /// CRC-32 as PNG's Annex D has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
        }
        return crc ^ 0xFFFF_FFFF
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(number >> (24 - 8 * $0) & 255) }
    }
}
