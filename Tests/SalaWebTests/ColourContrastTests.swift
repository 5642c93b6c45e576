import Foundation
import Testing

/// Contrast as WCAG 2.2 reckons it (relative luminance, success criteria 1.4.3, 1.4.6 and 1.4.11).
@Suite("Colours")
struct ColourContrastTests {
    private struct Pair: CustomTestStringConvertible {
        var ink: String
        var ground: String
        var least: Double
        var testDescription: String { "\(ink) on \(ground)" }

        init(_ ink: String, _ ground: String, _ least: Double) {
            self.ink = ink
            self.ground = ground
            self.least = least
        }
    }

    private static let pairs = [
        Pair("ink", "paper", 7), Pair("ink", "surface", 7), Pair("ink", "sunken", 7),
        Pair("ink", "primary-tint", 7), Pair("ink", "green-tint", 7), Pair("ink", "amber-tint", 7),
        Pair("ink", "red-tint", 7), Pair("soft-ink", "paper", 7), Pair("soft-ink", "surface", 7),
        Pair("soft-ink", "sunken", 4.5), Pair("soft-ink", "primary-tint", 4.5),
        Pair("primary", "paper", 7), Pair("primary", "surface", 7), Pair("primary", "primary-tint", 4.5),
        Pair("primary", "green-tint", 4.5), Pair("primary", "amber-tint", 4.5),
        Pair("primary", "red-tint", 4.5),
        Pair("primary-deep", "primary-tint", 4.5), Pair("on-primary", "primary", 4.5),
        Pair("on-primary", "primary-deep", 4.5), Pair("on-red", "red", 4.5),
        Pair("on-marigold", "marigold", 7),
        Pair("red", "paper", 4.5), Pair("red", "surface", 4.5), Pair("red", "red-tint", 4.5),
        Pair("red", "primary-tint", 4.5), Pair("green-deep", "green-tint", 4.5),
        Pair("green-deep", "primary-tint", 4.5), Pair("amber-deep", "amber-tint", 4.5),
        Pair("amber-deep", "surface", 4.5), Pair("edge", "paper", 3), Pair("edge", "surface", 3),
        Pair("marigold", "ring-inner", 3),
    ]

    @Test("each pair is told apart in the light and in the dark scheme", arguments: pairs)
    private func contrast(pair: Pair) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let css = try String(contentsOf: root.appending(path: "Public/css/sala.css"), encoding: .utf8)
        let blocks = css.split(separator: ":root {").dropFirst().prefix(2).map(Self.colours)
        let light = blocks[0]
        for scheme in [light, light.merging(blocks[1]) { _, dark in dark }] {
            let ink = try #require(scheme[pair.ink])
            let ground = try #require(scheme[pair.ground])
            let (darker, lighter) = (min(ink, ground), max(ink, ground))
            #expect((lighter + 0.05) / (darker + 0.05) >= pair.least)
        }
    }

    /// The relative luminance of each custom property of a block.
    private static func colours(_ block: Substring) -> [String: Double] {
        var colours: [String: Double] = [:]
        for match in block.prefix(while: { $0 != "}" }).matches(of: /--([a-z-]+): #([0-9A-F]{6})/) {
            guard let value = Int(match.output.2, radix: 16) else { continue }
            let channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { channel -> Double in
                let share = Double(channel) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            colours[String(match.output.1)] =
                0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        return colours
    }
}
