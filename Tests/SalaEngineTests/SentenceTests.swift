import Foundation
import Testing

@testable import SalaEngine

@Suite("Sentences")
struct SentenceTests {
    @Test("say in English what they were made of")
    func english() {
        let (name, line) = ("draft", 12)
        let sentence: Sentence = "there is no stage `\(name)` in line \(line)"
        #expect(sentence.description == "there is no stage `draft` in line 12")
        #expect(sentence.pattern == "there is no stage `{1}` in line {2}")
        #expect("\(sentence)" == sentence.description)
        #expect(sentence == "there is no stage `draft` in line 12")
    }

    @Test("stand in one pattern when they are joined, and keep their own inside another")
    func joined() {
        let (word, other) = ("a", "b")
        let joined: Sentence = "one \(word) " + "two \(other)"
        #expect(joined.pattern == "one {1} two {2}")
        let advice: Sentence = "write `\(word)`"
        let whole: Sentence = "`\(other)` is wrong; \(advice)"
        #expect(whole.pattern == "`{1}` is wrong; {2}")
        #expect(whole.description == "`b` is wrong; write `a`")
        let lines = Sentence.lines([advice, whole])
        #expect(lines.description == "write `a`\n`b` is wrong; write `a`")
    }

    @Test("are said in another language by their patterns, values in its order, in English without one")
    func said() {
        let catalogue = [
            "`{1}` of {2} is wrong; {3}": "{2} มี `{1}` ไม่ได้ – {3}", "write `{1}`": "เขียน `{1}`",
            "letters have no tag `{{{1}}}`": "ไม่มีแท็ก `{{{1}}}`",
        ]
        let advice: Sentence = "write `\("c")`"
        let sentence: Sentence = "`\("a {2}")` of \("b") is wrong; \(advice)"
        #expect(sentence.said(in: catalogue) == "b มี `a {2}` ไม่ได้ – เขียน `c`")
        let tag: Sentence = "letters have no tag `{{\("name")}}`"
        #expect(tag.said(in: catalogue) == "ไม่มีแท็ก `{{name}}`")
        let unknown: Sentence = "nothing of \("a")"
        #expect(unknown.said(in: catalogue) == "nothing of a")
        #expect(Sentence.lines([unknown, advice]).said(in: catalogue) == "nothing of a\nเขียน `c`")
    }

    @Test("are English for programs")
    func encoded() throws {
        let sentence: Sentence = "raise it to \(2)"
        #expect(
            String(decoding: try JSONEncoder().encode([sentence]), as: UTF8.self) == #"["raise it to 2"]"#)
    }
}
