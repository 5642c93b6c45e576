import SalaThai
import Testing

@Suite struct NationalIDTests {
    // 13 + 12 + ... + 2 = 90 and 90 mod 11 = 2, so twelve ones ask for (11 - 2) mod 10 = 9.
    @Test("The check digit follows the published formula")
    func checkDigit() {
        #expect(NationalID.checkDigit(of: Array(repeating: 1, count: 12)) == 9)
        #expect(NationalID.checkDigit(of: Array(repeating: 0, count: 12)) == 1)
        // 1 x 12 leaves 1, and (11 - 1) mod 10 is 0.
        #expect(NationalID.checkDigit(of: [0, 1] + Array(repeating: 0, count: 10)) == 0)
    }

    @Test(
        "Numbers are read with hyphens, spaces and Thai digits",
        arguments: ["1111111111119", "1-1111-11111-11-9", " 1 1111 11111 11 9 ", "๑๑๑๑๑๑๑๑๑๑๑๑๙"])
    func reading(typed: String) {
        #expect(NationalID(typed: typed)?.digits == "1111111111119")
    }

    @Test(
        "A wrong, short, long or foreign number is refused",
        arguments: [
            "1111111111118", "111111111119", "11111111111119", "", "111111111111x", "１１１１１１１１１１１１９",
        ])
    func refusing(typed: String) {
        #expect(NationalID(typed: typed) == nil)
    }

    @Test("Only one check digit is right")
    func otherCheckDigits() {
        let right = (0...9).filter { NationalID(typed: "123454567878\($0)") != nil }
        // The example of python-stdnum is 1-2345-45678-78-1.
        #expect(right == [1])
    }

    @Test("Juristic numbers begin with 0 and share the formula; python-stdnum's example is one")
    func juristic() throws {
        let id = try #require(NationalID(typed: "0-9940-00617-72-1"))
        #expect(id.beginsWithZero)
        #expect(id.text == "0-9940-00617-72-1")
    }

    @Test("A masked number shows the first digit and the last four")
    func masking() throws {
        #expect(try #require(NationalID(typed: "1111111111119")).masked == "1-xxxx-xxxx1-11-9")
    }
}
