import Foundation

extension IncomingFile {
    /// Whether a picture has come to its end, which one that was cut off on its way does not: a PNG with its
    /// chunk IEND (PNG specification, section 5.6), a JPEG with its marker EOI (ITU-T T.81, annex B). What
    /// stands behind the end does not matter: telephones add to their pictures. True of every other type.
    public func isWhole(as mediaType: String) throws -> Bool {
        switch mediaType {
        case "image/png": try Data(contentsOf: url, options: .mappedIfSafe).withUnsafeBytes(\.endsAsPNG)
        case "image/jpeg": try Data(contentsOf: url, options: .mappedIfSafe).withUnsafeBytes(\.endsAsJPEG)
        default: true
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Walks over the chunks, each a length, a name, what it holds and a checksum.
    fileprivate var endsAsPNG: Bool {
        var place = 8
        while place + 12 <= count {
            let length = self[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            if self[place + 4..<place + 8].elementsEqual("IEND".utf8) { return true }
            place += 12 + length
        }
        return false
    }

    /// Walks over the segments, among which a smaller picture may lie, and the coded data between them.
    fileprivate var endsAsJPEG: Bool {
        var place = 2
        while place + 1 < count {
            guard self[place] == 0xFF else {
                place += 1
                continue
            }
            switch self[place + 1] {
            case 0xD9: return true
            case 0xFF: place += 1
            // In coded data: a byte that is no marker, or a marker without a segment.
            case 0x00, 0x01, 0xD0...0xD7: place += 2
            default:
                guard place + 3 < count else { return false }
                place += 2 + (Int(self[place + 2]) << 8 | Int(self[place + 3]))
            }
        }
        return false
    }
}
