import Foundation

extension Double {
    /// To nine digits after the point: what comes behind them is noise of the reckoning.
    var settled: Double { (self * 1e9).rounded() / 1e9 }

    func text(places: Int) -> String { String(format: "%.\(places)f", self) }
}
