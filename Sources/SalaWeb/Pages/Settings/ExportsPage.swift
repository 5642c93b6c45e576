import SalaEngine
import SalaStore
import SalaThai

/// Where everything that was filed under a call is taken out: what can be had, what is under way, what is
/// there.
struct ExportsPage: Page {
    static let template = "pages/exports"

    struct Format: Sendable {
        let name: String
        let label: String
        let text: String
    }

    struct Item: Sendable {
        let label: String
        let badge: StageBadgeView
        /// Why it failed, and what to do.
        let cause: String?
        /// Who asked for it, and when.
        let asked: String
        /// How large it is, and until when it is kept.
        let detail: String?
        let url: String?
        let cancelURL: String?
    }

    let chrome: Chrome
    let call: String
    let settingsURL: String
    let url: String
    /// Offered while nothing is under way.
    let formats: [Format]
    let progress: ProgressView?
    let items: [Item]

    init(_ site: Site, _ context: SalaContext, _ exports: CallExports) {
        let handle = exports.view.call.handle
        call = exports.view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("exports.title", context)) – \(call)", context)
        settingsURL = Paths.settings(of: handle)
        url = Paths.exports(of: handle)
        let open = exports.exports.first { $0.state == .waiting || $0.state == .running }
        formats =
            open == nil
            ? ExportFormat.allCases.map { format in
                Format(
                    name: format.rawValue, label: site.say("exports.format-\(format.rawValue)", context),
                    text: site.say("exports.text-\(format.rawValue)", context))
            } : []
        progress = open.map { export in
            ProgressView(
                label: site.say("exports.format-\(export.format.rawValue)", context), done: export.done,
                total: max(1, export.total),
                text: site.say(
                    export.state == .waiting ? "exports.in-line" : "exports.progress", context,
                    ["done": Digits.grouped(export.done), "total": Digits.grouped(export.total)]),
                refreshURL: Paths.exports(of: handle))
        }
        items = exports.exports.map { Item($0, site, context, exports) }
    }
}

extension ExportsPage.Item {
    fileprivate init(_ export: Export, _ site: Site, _ context: SalaContext, _ exports: CallExports) {
        let isThai = context.visit.isThai
        let handle = exports.view.call.handle
        let hasEnded = export.expiresAt.map { $0 <= context.visit.now } ?? false
        let state = hasEnded ? Export.State.expired : export.state
        let tone: StageBadgeView.Tone =
            switch state {
            case .waiting: .waiting
            case .running: .active
            case .done: .success
            case .failed: .refused
            case .cancelled, .expired: .closed
            }
        label = site.say("exports.format-\(export.format.rawValue)", context)
        badge = StageBadgeView(site.say("exports.state-\(state.rawValue)", context), tone: tone)
        cause = export.cause.map { site.say("exports.cause-\($0.rawValue)", context) }
        asked = site.say(
            "exports.asked", context,
            ["name": exports.names[export.person] ?? "–", "time": export.askedAt.text(.long, thai: isThai)])
        let isOwn = export.person == exports.view.actor.person
        detail =
            state == .done
            ? site.say(
                isOwn ? "exports.kept" : "exports.of-other", context,
                [
                    "size": Digits.grouped(max(1, (export.bytes ?? 0) / 1024)),
                    "time": export.expiresAt?.text(.long, thai: isThai) ?? "",
                ]) : nil
        url = state == .done && isOwn ? Paths.exportFile(export.id, of: handle) : nil
        cancelURL =
            state == .waiting || state == .running
            ? Paths.exportCancellation(export.id, of: handle) : nil
    }
}
