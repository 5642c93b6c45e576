import SalaEngine
import SalaStore
import SalaThai

/// Numbers of the chair's page as people read them.
enum ChairWording {
    /// Two digits after the point.
    static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let digits = String(hundredths.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let sign = hundredths < 0 ? "−" : ""
        return sign + padded.dropLast(2) + "." + padded.suffix(2)
    }

    /// The same for a spreadsheet, which reads a hyphen as a minus.
    static func cell(_ value: Double) -> String { decimal(value).replacing("−", with: "-") }

    static func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded()))%" }

    /// Below zero with a sign, above it with one too.
    static func signed(_ value: Double) -> String {
        let text = decimal(value)
        return value > 0 && text != "0.00" ? "+\(text)" : text == "−0.00" ? "0.00" : text
    }
}

extension ChairReport {
    /// Lines that are drawn and stand in the table, at most.
    static let drawn = 60

    /// Those nearest to the cut and all of the grey zone before them, best first; all where there are few.
    var near: [RankedEntry] {
        let ranked = ranking.entries.filter { $0.rank != nil && !$0.isOwn }
        guard ranked.count > ChairReport.drawn else { return ranked }
        let cut = cut ?? 0
        let order = ranked.indices.sorted { left, right in
            let (first, second) = (place(left, ranked, cut), place(right, ranked, cut))
            return first == second ? left < right : first < second
        }
        return order.prefix(ChairReport.drawn).sorted().map { ranked[$0] }
    }

    private func place(_ index: Int, _ ranked: [RankedEntry], _ cut: Int) -> Int {
        let distance = index < cut ? cut - 1 - index : index - cut
        let isGrey = certainties[ranked[index].submission.id]?.isGrey == true
        return isGrey ? distance - ranked.count : distance
    }
}
