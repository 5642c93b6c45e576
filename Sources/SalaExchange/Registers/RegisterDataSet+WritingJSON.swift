import Foundation
import SalaEngine
public import SalaStore
import SalaThai

extension RegisterDataSet {
    public static let jsonMediaType = "application/json; charset=utf-8"

    /// The call and the columns with their words, up to the first entry.
    public func jsonHead() throws -> String {
        let head = Head(
            call: Head.CallPart(
                handle: call.handle, title: call.title.byCode, opens: call.period.opens.iso,
                closes: call.period.closes?.iso, address: addresses.register,
                office: office.map(OrganisationPart.init)),
            columns: questions.map(column),
            stages: words(of: programme.workflow.stages.filter(\.isPublic).map(\.name)) {
                programme.texts["stage.\($0)", $1]
            },
            kinds: words(of: OrganisationKind.allCases.map(\.rawValue), kindWords))
        return String(try JSONText.encode(head).dropLast()) + #","entries":["#
    }

    /// One entry, to stand after the head or, with a comma between, after another entry.
    public func jsonEntry(_ entry: PublicEntry) throws -> String {
        let answers = questions.compactMap { question in
            entry.answers[question.name].map { (question.name, value($0, of: question, in: entry)) }
        }
        return try JSONText.encode(
            EntryPart(
                number: entry.card.number, address: addresses.entry(entry.card.number),
                stage: entry.card.stage,
                since: entry.card.since.iso, organisation: entry.card.organisation.map(OrganisationPart.init),
                answers: Dictionary(answers) { first, _ in first }))
    }

    /// What closes the head.
    public var jsonTail: String { "]}\n" }

    private func column(_ question: Question) -> Head.Column {
        let texts = programme.texts
        let choices = question.list.map { list in
            words(of: programme.form.choices[list, default: []].map(\.name)) {
                texts["choice.\(list).\($0)", $1]
            }
        }
        return Head.Column(
            name: question.name, type: question.typeName,
            label: inEach { programme.publicLabel(of: question.name, $0) }, choices: choices)
    }

    private func inEach(_ words: (Language) -> String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: programme.languages.map { ($0.rawValue, words($0)) })
    }

    /// What people read for each of the names, by language.
    private func words(
        of names: [String], _ words: (String, Language) -> String
    ) -> [String: [String: String]] {
        Dictionary(uniqueKeysWithValues: names.map { name in (name, inEach { words(name, $0) }) })
    }

    private func value(_ answer: Answer, of question: Question, in entry: PublicEntry) -> JSONText.Value {
        switch question.kind {
        case .integer, .decimal, .calculate:
            guard Digits.decimal(typed: answer.string) == answer.string, answer.string.utf8.count <= 30,
                let number = Decimal(string: answer.string, locale: Locale(identifier: "en_US_POSIX"))
            else { return .text(answer.string) }
            return .number(number)
        case .selectMultiple: return .list(answer.items)
        case .file, .image: return .list(files(answer, of: entry))
        case .text, .note, .date, .selectOne: return .text(answer.string)
        }
    }
}

private struct Head: Encodable {
    struct CallPart: Encodable {
        var handle: String
        var title: [String: String]
        var opens: String
        var closes: String?
        var address: String
        var office: OrganisationPart?
    }

    struct Column: Encodable {
        var name: String
        var type: String
        var label: [String: String]
        /// The words of each choice by its name.
        var choices: [String: [String: String]]?
    }

    var call: CallPart
    var columns: [Column]
    /// The words of each stage that is public, and of each kind of organisation, by its code.
    var stages: [String: [String: String]]
    var kinds: [String: [String: String]]
}

private struct EntryPart: Encodable {
    var number: String
    var address: String
    var stage: String
    var since: String
    var organisation: OrganisationPart?
    var answers: [String: JSONText.Value]
}

private struct OrganisationPart: Encodable {
    struct ProvincePart: Encodable {
        var code: String
        var name: [String: String]
    }

    var name: [String: String]
    var kind: String
    var province: ProvincePart

    init(_ organisation: OrganisationSummary) {
        name = ["th": organisation.name(.thai), "en": organisation.name(.english)]
        kind = organisation.kind
        province = ProvincePart(
            code: organisation.provinceCode,
            name: ["th": organisation.provinceThai, "en": organisation.provinceEnglish])
    }
}

extension [Language: String] {
    fileprivate var byCode: [String: String] {
        [String: String](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
    }
}

extension Question {
    /// The type as XLSForm names it.
    fileprivate var typeName: String {
        switch kind {
        case .text: "text"
        case .integer: "integer"
        case .decimal: "decimal"
        case .date: "date"
        case .selectOne: "select_one"
        case .selectMultiple: "select_multiple"
        case .file: "file"
        case .image: "image"
        case .note: "note"
        case .calculate: "calculate"
        }
    }
}
