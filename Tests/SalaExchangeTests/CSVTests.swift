import SalaEngine
import Testing

@testable import SalaExchange
@testable import SalaStore

@Suite("Comma-separated files")
struct CSVTests {
    @Test(
        "a text that a spreadsheet would take for a formula gets an apostrophe before it",
        arguments: [
            ("=1+1", "'=1+1"), ("+66812345678", "'+66812345678"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
            ("＝1+1", "'＝1+1"), ("=A(\"x\",\"y\")", "\"'=A(\"\"x\"\",\"\"y\"\")\""),
        ])
    func formulas(text: String, written: String) {
        #expect(CSVCell.text(text).written == written)
    }

    @Test(
        "words, dashes inside and Thai stand as they are",
        arguments: ["", "a", "ก-ข", "1+1=2", "'", "ผู้สูงอายุ", "(–)"])
    func plain(text: String) {
        #expect(CSVCell.text(text).written == text)
    }

    @Test("a number may begin with a minus sign")
    func numbers() {
        #expect(CSVCell.value("-12.5").written == "-12.5")
    }

    // What Python's csv.writer(lineterminator="\r\n") writes for the same cells.
    @Test("cells with commas, quotation marks and line ends are quoted as RFC 4180 says")
    func quoting() {
        let cells = ["plain", "a,b", "say \"hi\"", "two\nlines", "two\r\nlines", "", " "].map(CSVCell.text)
        #expect(
            CSVLine.written(cells)
                == "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"two\r\nlines\",, \r\n")
    }

    @Test("a register's file begins with a byte order mark and names of columns, none twice")
    func head() {
        #expect(
            SampleRegister().dataSet.csvHead
                == "\u{FEFF}number,organisation_th,organisation_en,organisation_kind,"
                + "organisation_kind_code,province_code,province_th,province_en,stage,stage_code,since,"
                + "address,title,problem,field,field_code,tools,tools_code,cost,answer_since,picture\r\n")
    }

    @Test(
        "an entry's line has words for choices, numbers as numbers, files as addresses, and nothing private")
    func line() {
        let sample = SampleRegister()
        let entry = sample.entry(
            "S-0001",
            [
                "title": .text("=งาน, \"ดี\""), "field": .text("health"), "tools": .list(["map", "chat"]),
                "cost": .text("-1200.5"), "since": .text("2020-02-29"), "phone": .text("0800000000"),
                "problem": .text("น้ำท่วม"),
            ], withPicture: true)
        #expect(
            sample.dataSet.csvLine(entry, .thai)
                == "S-0001,เทศบาลตำบลตัวอย่าง,Sample Municipality,SubdistrictMunicipality in th,"
                + "SubdistrictMunicipality,50,เชียงใหม่,Chiang Mai,"
                + "ได้รับรางวัล,selected,2021-10-01,https://sala.example/register/sample/S-0001,"
                + "\"'=งาน, \"\"ดี\"\"\",น้ำท่วม,สาธารณสุข,health,แผนที่; แชต,map; chat,-1200.5,2020-02-29,"
                + "https://sala.example/register/sample/S-0001/attachments/"
                + "00000000-0000-4000-8000-0000000000a1\r\n"
        )
    }

    @Test("a column of codes takes no name that a question has, and a question none that is fixed")
    func names() {
        let select = Question.Kind.selectOne("list")
        let fields = RegisterField.all([
            Question(name: "stage", kind: select), Question(name: "field", kind: select),
            Question(name: "field_code", kind: .text),
        ])
        #expect(
            fields.suffix(5).map(\.name) == [
                "answer_stage", "answer_stage_code", "field", "answer_field_code", "field_code",
            ])
    }

    @Test("what was written comes back from a reader of such files")
    func roundTrip() throws {
        let texts = ["a,b", "say \"hi\"", "two\nlines", "ก", "x"]
        let file = CSVLine.byteOrderMark + CSVLine.written(texts.map(CSVCell.text))
        #expect(try CSV.records(Array(file.utf8)).map(\.fields) == [texts])
    }
}
