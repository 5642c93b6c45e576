import Foundation
import HTTPTypes
import Hummingbird
import Logging
import SalaEngine
import SalaStore

/// Taking out all that was filed under a call: asked for here, worked elsewhere, downloaded here.
struct ExportRoutes {
    let site: Site

    func add(to routes: Routes) {
        routes.get("/calls/{call}/exports", show)
        routes.post("/calls/{call}/exports", ask)
        routes.post("/calls/{call}/exports/{export}/cancellation", cancel)
        routes.get("/calls/{call}/exports/{export}/file", download)
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let exports = try await site.store.exports(
            of: try context.word("call"), for: try context.visitor().person)
        return try site.answer(ExportsPage(site, context, exports), context)
    }

    @Sendable private func ask(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        guard let format = ExportFormat(rawValue: posting.text("format")) else { throw Refusal.notFound }
        do {
            try await site.store.askExport(
                format, of: handle, in: context.visit.language, by: try context.visitor().person,
                at: context.visit.now)
        } catch Refusal.exporting(let refusal) {
            let view = try await site.store.call(handle, for: try context.visitor().person)
            throw guided(.exporting(refusal), view, context)
        }
        return site.redirect(to: Paths.exports(of: handle), done: "export-asked")
    }

    @Sendable private func cancel(_ posting: Posting, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        try await site.store.cancelExport(
            try context.id("export"), of: handle, by: try context.visitor().person, at: context.visit.now)
        return site.redirect(to: Paths.exports(of: handle), done: "export-cancelled")
    }

    @Sendable private func download(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let person = try context.visitor().person
        do {
            let (export, url) = try await site.store.exportFile(
                try context.id("export"), of: handle, for: person, at: context.visit.now)
            context.logger.info(
                "export downloaded",
                metadata: [
                    "export": "\(export.id)", "call": "\(handle)", "format": "\(export.format.rawValue)",
                    "person": "\(person)",
                ])
            let body = try await FileIO().loadFile(path: url.path, context: context)
            return Response(
                status: .ok,
                headers: [
                    .contentType: export.format.mediaType,
                    .contentDisposition: "attachment; filename=\"\(export.fileName)\"",
                    .cacheControl: "private, no-store",
                ], body: body)
        } catch Refusal.exporting(let refusal) {
            let view = try await site.store.call(handle, for: person)
            throw guided(.exporting(refusal), view, context)
        }
    }

    private func guided(_ refusal: Refusal, _ view: CallView, _ context: SalaContext) -> GuidedRefusal {
        GuidedRefusal(
            refusal: refusal, sentence: site.sentence(refusal, context, of: view.programme),
            ways: [
                LinkView(label: site.say("exports.title", context), url: Paths.exports(of: view.call.handle))
            ])
    }
}

extension ExportFormat {
    /// The media type of the file (RFC 6838).
    fileprivate var mediaType: String {
        switch self {
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .sheets, .attachments: "application/zip"
        case .json: "application/json"
        }
    }
}
