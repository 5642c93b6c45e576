import Foundation

private let thai = Locale(identifier: "th_TH")

/// The order of Thai lists.
public enum ThaiOrder {
    /// True when the first text comes before the second in a Thai list: consonants before the vowels written
    /// in front of them, tone marks last, numbers by value, Thai before Latin without regard to case; equal
    /// texts by code points.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        switch left.compare(right, options: [.numeric, .caseInsensitive], range: nil, locale: thai) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
    }
}
