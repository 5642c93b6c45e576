import Foundation
public import SalaStore

/// An entry of an export as JSON (RFC 8259): the same tables, with the rows of an entry under it.
struct ExportJSON: Encodable {
    var fields: [(name: String, cell: ExportCell)]
    var below: [(name: String, rows: [ExportJSON])] = []

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, cell) in fields {
            let key = Key(stringValue: name)
            switch cell {
            case .empty: continue
            case .text(let text): try container.encode(text, forKey: key)
            case .number(let number):
                if let value = Decimal(string: number, locale: Locale(identifier: "en_US_POSIX")) {
                    try container.encode(value, forKey: key)
                } else {
                    try container.encode(number, forKey: key)
                }
            }
        }
        for (name, rows) in below { try container.encode(rows, forKey: Key(stringValue: name)) }
    }
}

extension ExportSheets {
    /// One entry with its reviews, decisions and events.
    public func json(_ entry: ExportBatch.Entry) throws -> String {
        func objects(_ sheet: Sheet) -> [ExportJSON] {
            rows(sheet, entry).map { row in
                // The number stands above.
                ExportJSON(fields: Array(zip(columns(sheet), row)).dropFirst().map { ($0.0, $0.1) })
            }
        }
        let fields = zip(columns(.entries), rows(.entries, entry).first ?? []).map { ($0.0, $0.1) }
        let below = [Sheet.reviews, .decisions, .events].map { ($0.rawValue, objects($0)) }
        return try JSONText.encode(ExportJSON(fields: fields, below: below))
    }

    /// A row of a table as a line of a comma-separated file.
    public func csvLine(_ cells: [ExportCell]) -> String {
        CSVLine.written(
            cells.map { cell in
                switch cell {
                case .empty: .value("")
                case .text(let text): .text(text)
                case .number(let number): .value(number)
                }
            })
    }
}
