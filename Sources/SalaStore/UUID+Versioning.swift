public import Foundation
public import SalaThai

extension UUID {
    /// A version 7 UUID (RFC 9562 section 5.7): ids of later microseconds sort later, those of one
    /// microsecond in any order. The 12 bits after the milliseconds hold the fraction of the millisecond
    /// (section 6.2, method 3).
    public static func version7(at instant: Instant) -> UUID {
        precondition(instant.microseconds >= 0, "an id from before 1970")
        let microseconds = UInt64(instant.microseconds)
        let fraction = microseconds % 1000 * 4096 / 1000
        let high = (microseconds / 1000) << 16 | 0x7000 | fraction
        let low = UInt64.random(in: 0...UInt64.max) >> 2 | 0x8000_0000_0000_0000
        let bytes = [high, low].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
        }
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
