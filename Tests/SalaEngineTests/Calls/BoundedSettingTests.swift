import SalaEngine
import Testing

@Suite("A setting that another one of the call bounds")
struct BoundedSettingTests {
    private func mistakes(_ numbers: [String: Int]) throws -> [CallMistake] {
        var programme = try Contest.programme()
        programme.settings = [
            SettingDefinition(name: "awards", bounds: 1...9, standard: 2, atMost: "places"),
            SettingDefinition(name: "places", bounds: 1...9, standard: 4),
        ]
        return Call.mistakes(
            title: Contest.call.title, period: Contest.call.period, settings: CallSettings(numbers: numbers),
            of: programme)
    }

    @Test("is no more than that one, whether they were set or hold by the programme")
    func bound() throws {
        let mistake = CallMistake(.setting("awards"), .moreThan(setting: "places"))
        #expect(try mistakes(["places": 3, "awards": 9]) == [mistake])
        #expect(try mistakes(["awards": 5]) == [mistake])
        #expect(try mistakes(["places": 1]) == [mistake])
        #expect(try mistakes(["places": 3, "awards": 3]) == [])
        #expect(try mistakes([:]) == [])
    }

    @Test("is not held against one that must be mended itself")
    func unfit() throws {
        let places = CallMistake(.setting("places"), .outOfBounds(minimum: 1, maximum: 9))
        let awards = CallMistake(.setting("awards"), .outOfBounds(minimum: 1, maximum: 9))
        #expect(try mistakes(["places": 0]) == [places])
        #expect(try mistakes(["awards": 10]) == [awards])
        #expect(try mistakes(["places": 0, "awards": 10]) == [awards, places])
    }
}
