import SalaThai
import Testing

@Suite struct QuotingTests {
    @Test(
        "A quotation inside another stands in single marks",
        arguments: [
            ("“ประกวด “ท้องถิ่นดิจิทัล” 2564” ปิดรับแล้ว", "“ประกวด ‘ท้องถิ่นดิจิทัล’ 2564” ปิดรับแล้ว"),
            ("“one” and “two”", "“one” and “two”"),
            ("“a “b “c” d” e”", "“a ‘b ‘c’ d’ e”"),
            ("no marks, \"straight\" ones", "no marks, \"straight\" ones"),
        ])
    func nests(text: String, nested: String) {
        #expect(text.nestingQuotations() == nested)
    }

    @Test("A line whose marks do not pair stays as it is, and the next is read anew")
    func unpaired() {
        #expect("“a “b”\n” “c”\n“d “e””".nestingQuotations() == "“a “b”\n” “c”\n“d ‘e’”")
    }
}
