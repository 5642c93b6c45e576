/// Decodes `application/x-www-form-urlencoded` as it arrives (WHATWG URL, section 5.1), in any slicing.
struct FormDecoder {
    private enum Escape {
        case none
        case first
        case second(high: UInt8)
    }

    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var isInValue = false
    private var isEmpty = true
    private var escape = Escape.none

    mutating func take(_ bytes: some Sequence<UInt8>, into collector: inout PostingCollector) throws {
        for byte in bytes {
            switch escape {
            case .first:
                escape = .second(high: try digit(byte))
            case .second(let high):
                escape = .none
                try append(high << 4 | digit(byte), &collector)
            case .none:
                try takePlain(byte, into: &collector)
            }
        }
    }

    /// The body has ended.
    mutating func finish(into collector: inout PostingCollector) throws {
        guard case .none = escape else { throw PostingFault.Reason.malformed }
        if !isEmpty { try close(&collector) }
    }

    private mutating func takePlain(_ byte: UInt8, into collector: inout PostingCollector) throws {
        switch byte {
        case .ampersand:
            try close(&collector)
            return
        case .equals where !isInValue: isInValue = true
        case .percent: escape = .first
        case .plus: try append(.space, &collector)
        default: try append(byte, &collector)
        }
        isEmpty = false
    }

    private func digit(_ byte: UInt8) throws -> UInt8 {
        guard let digit = byte.hexadecimal else { throw PostingFault.Reason.malformed }
        return digit
    }

    private mutating func append(_ byte: UInt8, _ collector: inout PostingCollector) throws {
        try collector.spend(1)
        if isInValue { value.append(byte) } else { name.append(byte) }
    }

    private mutating func close(_ collector: inout PostingCollector) throws {
        try collector.countField()
        if !isEmpty { try collector.add(value, to: collector.text(name)) }
        name.removeAll(keepingCapacity: true)
        value.removeAll(keepingCapacity: true)
        (isInValue, isEmpty) = (false, true)
    }
}
