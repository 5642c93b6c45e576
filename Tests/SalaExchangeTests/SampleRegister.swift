import Foundation
import SalaEngine
import SalaThai

@testable import SalaExchange
@testable import SalaStore

/// A small programme, a call and entries, with nothing real in them.
struct SampleRegister {
    static let attachment = AttachmentID(UUID(uuidString: "00000000-0000-4000-8000-0000000000a1")!)
    static let callID = CallID(UUID(uuidString: "00000000-0000-4000-8000-0000000000c1")!)

    let programme: Programme
    let call: Call
    let office = organisation("สำนักงานตัวอย่าง", "Sample Office", kind: "Agency")
    let addresses = RegisterAddresses(
        register: "https://sala.example/register/sample",
        feed: "https://sala.example/register/sample/feed.atom",
        entry: { "https://sala.example/register/sample/\($0)" },
        attachment: { "https://sala.example/register/sample/\($0)/attachments/\($1)" })

    init() {
        let questions = [
            Question(name: "title", kind: .text), Question(name: "field", kind: .selectOne("fields")),
            Question(name: "tools", kind: .selectMultiple("tools")), Question(name: "cost", kind: .decimal),
            Question(name: "since", kind: .date), Question(name: "picture", kind: .image),
            Question(name: "phone", kind: .text), Question(name: "problem", kind: .text),
        ]
        let form = Form(
            pages: [Page(name: "one", relevant: nil, questions: questions)],
            choices: [
                "fields": [Choice(name: "health")], "tools": [Choice(name: "map"), Choice(name: "chat")],
            ])
        let texts = [
            "programme.summary": "โครงการตัวอย่าง <ทดสอบ>", "stage.selected": "ได้รับรางวัล",
            "choice.fields.health": "สาธารณสุข", "choice.tools.map": "แผนที่", "choice.tools.chat": "แชต",
            "form.title.label": "ชื่อผลงาน", "form.field.label": "ผลงานของท่านอยู่ในด้านใด",
            "register.label.field": "ด้าน", "form.problem.label": "ปัญหา",
        ]
        programme = Programme(
            name: "sample", languages: [.thai],
            filing: Filing(by: .organisation, limit: 1, numbering: "S-{number}"),
            roles: [], settings: [], form: form,
            workflow: Workflow(
                stages: [
                    Stage(
                        name: "selected", isOpen: false, isFinal: true, isPublic: true, round: nil, clock: nil
                    )
                ],
                actions: []),
            rounds: [],
            register: Register(
                title: "title", summary: "summary", picture: "picture", facets: [],
                page: ["title", "problem"],
                columns: ["title", "field", "tools", "cost", "since", "picture"]),
            letters: [], texts: Texts([.thai: texts]))
        call = Call(
            id: Self.callID, handle: "sample", programme: "sample", version: VersionID(UUID()),
            organisation: office.id, title: [.thai: "ประกวด \"ตัวอย่าง\" & เพื่อน", .english: "Sample contest"],
            period: Period(
                opens: Instant(iso: "2021-07-12T00:00:00+07:00")!,
                closes: Instant(iso: "2021-08-31T16:30:00+07:00")),
            settings: CallSettings())
    }

    static func organisation(_ thai: String, _ english: String, kind: String) -> OrganisationSummary {
        OrganisationSummary(
            id: OrganisationID(UUID()), kind: kind, nameThai: thai, nameEnglish: english, provinceCode: "50",
            provinceThai: "เชียงใหม่", provinceEnglish: "Chiang Mai")
    }

    func entry(
        _ number: String, _ answers: Answers, since: String = "2021-10-01T09:00:00+07:00",
        withPicture: Bool = false
    ) -> PublicEntry {
        var submission = Submission(
            id: SubmissionID(UUID()), call: call.id, version: call.version, applicant: PersonID(UUID()),
            organisation: nil, stage: "selected", answers: answers, at: Instant(iso: since)!)
        submission.number = number
        if withPicture {
            submission.answers["picture"] = .list([Self.attachment.description])
            submission.attachments[Self.attachment] = Attachment(
                id: Self.attachment, question: "picture", name: "ภาพ.jpg", mediaType: "image/jpeg",
                bytes: 1234, sha256: "00")
        }
        submission.filedAnswers = submission.answers
        let organisation = Self.organisation(
            "เทศบาลตำบลตัวอย่าง", "Sample Municipality", kind: "SubdistrictMunicipality")
        return PublicEntry(submission, organisation, programme)!
    }

    var dataSet: RegisterDataSet {
        RegisterDataSet(
            call, of: programme, office: office, addresses: addresses,
            kindWords: { kind, language in "\(kind) in \(language.rawValue)" })!
    }
}
