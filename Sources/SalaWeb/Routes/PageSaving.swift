import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// One saving of a page of a form, by somebody who may write it.
struct PageSaving {
    let site: Site
    /// The submission as it was when the page was sent.
    let before: Dossier
    let page: String
    let now: Instant

    /// Saves the answers, what is taken away and every file that its question takes: one file that is refused
    /// does not take those beside it along, nor does an answer that somebody else has changed meanwhile.
    /// Throws what the engine refuses of the page as a whole.
    func save(_ typed: TypedPage, _ posting: Posting, by person: PersonID) async throws -> SavedPage {
        let id = before.submission.id
        var uploads: [AttachmentID: Upload] = [:]
        var damaged: [Mistake] = []
        let attaching = try posting.files.compactMap { upload -> Command? in
            let attachment = attachment(upload)
            guard try !isDamaged(upload, as: attachment.mediaType) else {
                damaged.append(
                    Mistake(question: upload.field, page: page, kind: .damagedFile(upload.name)))
                return nil
            }
            uploads[attachment.id] = upload
            let shown = posting.fields["shown-\(upload.field)"]?.first.map(ShownAnswers.init)
            return .attach(attachment, shown: shown)
        }
        let answering = Command.answer(
            page: page, typed.answers, shown: typed.shown?.hiding(typed.overtaken))
        // Tried before it is done, so that no file that is refused stays behind among those that are kept.
        var sifted = try await site.store.sift(
            [answering] + typed.removed.map { .detach($0) } + attaching, on: id, by: person, at: now)
        // Another save was there first, just now: nothing of this one is known to fit any more.
        let overtaken = sifted.mistakes.filter { $0.kind == .overtaken }
        guard overtaken.isEmpty else { throw Refusal.mistaken(overtaken) }
        let unread = mistakes(in: posting.oversized + withheld(posting)) + damaged
        let waiting = waiting(of: typed.removed, for: sifted.mistakes + unread)
        if !waiting.isEmpty {
            let removed = typed.removed.filter { !waiting.contains($0) }
            sifted = try await site.store.sift(
                [answering] + removed.map { .detach($0) } + attaching, on: id, by: person, at: now)
        }
        try keep(uploads, of: sifted.taken)
        let aside = typed.setAside(on: page).map { [$0] } ?? []
        let dossier = try await site.store.decide(sifted.taken + aside, on: id, by: person, at: now)
        return SavedPage(
            dossier: dossier, page: page,
            wasUnanswered: before.programme.form.page(page)?.isUnanswered(in: before.submission.answers)
                == true,
            refusedFiles: sifted.mistakes + unread, waiting: waiting,
            left: typed.left(over: dossier.submission.answers))
    }

    /// A picture for a question that takes it, and without its end; the engine refuses any other.
    private func isDamaged(_ upload: Upload, as mediaType: String) throws -> Bool {
        let questions = before.programme.form.page(page)?.questions ?? []
        guard questions.contains(where: { $0.name == upload.field && $0.takesFiles }) else { return false }
        return try !upload.content.isWhole(as: mediaType)
    }

    /// The files that were to make room for another one which was refused: they stay.
    private func waiting(of removed: [AttachmentID], for mistakes: [Mistake]) -> [AttachmentID] {
        removed.filter { id in
            guard let file = before.submission.attachments[id],
                let question = before.programme.form.question(file.question)
            else { return false }
            return question.maximumFiles == 1 && mistakes.contains { $0.question == question.name }
        }
    }

    /// The files that the page's script did not send, because their question takes no file as large.
    private func withheld(_ posting: Posting) -> [OversizedFile] {
        let questions = before.programme.form.page(page)?.questions.filter(\.takesFiles) ?? []
        return questions.flatMap { question in
            posting.text("too-large-\(question.name)").split(separator: "/").map { name in
                OversizedFile(
                    field: question.name, name: Upload.name(sentAs: String(name)),
                    limitMebibytes: question.maximumMebibytes)
            }
        }
    }

    private func mistakes(in files: [OversizedFile]) -> [Mistake] {
        files.compactMap { file in
            guard let question = before.programme.form.question(file.field), question.takesFiles else {
                return nil
            }
            let limit = min(question.maximumMebibytes, file.limitMebibytes)
            return Mistake(
                question: question.name, page: page, kind: .fileTooLarge(limit, file: file.name))
        }
    }

    /// Keeps from now on the files of the commands.
    private func keep(_ uploads: [AttachmentID: Upload], of commands: [Command]) throws {
        for case .attach(let attachment, _) in commands {
            guard let upload = uploads[attachment.id] else { continue }
            _ = try site.store.files.keep(upload.content)
        }
    }

    /// What an upload is to become.
    private func attachment(_ upload: Upload) -> Attachment {
        Attachment(
            id: AttachmentID(UUID.version7(at: now)), question: upload.field, name: upload.name,
            mediaType: site.mediaTypes.mediaType(of: upload.content.url), bytes: upload.content.bytes,
            sha256: upload.content.sha256)
    }
}
