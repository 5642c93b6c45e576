import Foundation
import HTTPTypes
import Hummingbird
import Logging
import SalaEngine
import SalaStore
import SalaThai

extension Site {
    /// What somebody reads when a request could not be done: a sentence that says what to do, the status it
    /// deserves, a line in the log, and whatever was typed, ready to be sent again.
    ///
    /// - Parameters:
    ///   - isUnread: what was sent has not been read whole, but the browser still has it.
    ///   - isForm: the form stands under the same address, with what was saved before.
    ///   - questions: those of the page that it was typed on.
    func failure(
        _ error: any Error, _ context: SalaContext, posting: Posting?, isUnread: Bool = false,
        isForm: Bool = false, asking questions: [TypedQuestion] = []
    ) throws -> Response {
        if error is SignInRequired, posting == nil, !isUnread {
            return redirect(to: signIn(returningTo: context.visit.path))
        }
        let failure = Failure(error, self, context)
        // What another site typed is not the visitor's to send again.
        let isOwn = !context.visit.isCrossSite
        let isInBrowser = isUnread && isOwn
        let own = isOwn ? posting : nil
        failure.isOurs
            ? context.logger.error("fault", metadata: failure.metadata(error))
            : context.logger.info("refused", metadata: failure.metadata(error))
        let page = FailurePage(
            chrome: chrome(say("failure.\(failure.key).title", context), context),
            sentence: failure.sentence, isInBrowser: isInBrowser,
            requestID: failure.isOurs ? context.requestID : nil,
            signIn: error is SignInRequired ? signIn(returningTo: context.visit.shownPath) : nil,
            resend: (failure.isLasting ? nil : own).flatMap {
                ResendView(
                    $0, asking: questions, to: context.visit.path, label: say("failure.resend", context))
            },
            formURL: isForm && error is PostingFault ? context.visit.path : nil,
            kept: isInBrowser
                ? KeptTexts(
                    Posting(fields: (error as? PostingFault)?.fields ?? [:]), asking: questions,
                    title: say("failure.copy", context))
                : (failure.isLasting ? own : nil).flatMap {
                    KeptTexts($0, asking: questions, title: say("failure.typed", context))
                },
            ways: failure.ways)
        var response = try answer(page, context, status: failure.status)
        if let seconds = failure.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

extension SalaContext {
    /// What the log knows the request by; nil where a logger keeps no such thing.
    fileprivate var requestID: String? { logger[metadataKey: "hb.request.id"]?.description }
}

/// An error as people and logs see it.
struct Failure {
    var status: HTTPResponse.Status
    /// The text under `failure.KEY.title` names the page.
    var key: String
    var sentence: String
    /// Seconds until another try is worth it.
    var retryAfter: Int?
    var code: String
    /// Not the person's doing.
    var isOurs = false
    /// The same could be sent for ever: it would be refused again.
    var isLasting = false
    /// Where the person may go on.
    var ways: [LinkView] = []

    init(_ error: any Error, _ site: Site, _ context: SalaContext) {
        func say(_ key: String) -> String { site.say(key, context) }
        switch error {
        case let refusal as Refusal:
            (status, code) = (refusal.status, refusal.code)
            key = refusal.title
            sentence = site.sentence(refusal, context)
            isLasting = refusal.isLasting
            if refusal.endsAtDesks { ways = [LinkView(label: say("desks.title"), url: Paths.desks)] }
        case let guided as GuidedRefusal:
            (status, key, code) = (guided.refusal.status, guided.key, guided.refusal.code)
            sentence = guided.sentence
            isLasting = guided.refusal.isLasting
            ways = guided.ways
        case is SignInRequired:
            (status, key, code, sentence) = (
                .unauthorized, "sign-in", "sign-in", say("failure.sign-in.sentence")
            )
        case is ForgedRequest:
            (status, key, code, sentence) = (.forbidden, "expired", "csrf", say("failure.expired.sentence"))
        case let fault as PostingFault:
            (status, key, code) = (fault.status, "posting", fault.code)
            sentence = site.say("posting.\(fault.code)", context, fault.values)
            isOurs = fault.status.kind == .serverError
        case Fault.files:
            (status, key, code) = (.serviceUnavailable, "posting", "file-not-kept")
            sentence = say("posting.file-not-kept")
            isOurs = true
        case Fault.tampered:
            (status, key, code) = (.conflict, "tampered", "tampered")
            sentence = say("failure.tampered.sentence")
            isOurs = true
        case let error where Fault.isPassing(error):
            (status, key, code, sentence) = (
                .serviceUnavailable, "busy", "busy", say("failure.busy.sentence")
            )
            retryAfter = 5
            isOurs = true
        case let error as HTTPError where error.status == .notFound:
            (status, key, code) = (.notFound, "not-found", "not-found")
            sentence = say("refusal.not-found")
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            (status, key, code, sentence) = (error.status, "posting", "request", say("posting.malformed"))
        case let refusal as RateRefusal:
            (status, key, code, sentence) = (.tooManyRequests, "rate", "rate", say("failure.rate.sentence"))
            retryAfter = Int(refusal.retryAfter)
        default:
            (status, key, code) = (.internalServerError, "fault", "fault")
            sentence = say("failure.fault.sentence")
            isOurs = true
        }
    }

    func metadata(_ error: any Error) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["code": "\(code)", "status": "\(status.code)"]
        if case .fileNotKept(let why) = (error as? PostingFault)?.reason {
            metadata["error"] = "\(why)"
        } else if isOurs {
            metadata["error"] = "\(Logger.words(for: error))"
        }
        return metadata
    }
}

extension Refusal {
    /// The HTTP status that the refusal deserves.
    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .callDiscarded: .gone
        case .notAllowed, .roleEnded, .ownOrganisation, .stakeInRound, .notAssigned, .conflictDeclared,
            .abstained, .conflictUnanswered, .recused, .formerOrganisation, .sameProvince, .knowsEntrants,
            .fileWithheld:
            .forbidden
        case .incomplete, .mistaken, .mistakenCall, .unfit: .unprocessableContent
        case .wrongStage, .windowNotOpen, .windowClosed, .callNotPublished, .callPublished, .pastDue,
            .limitReached, .reviewsMissing, .alreadyHeld, .nothingHeld, .resultsReleased, .alreadyDone,
            .roleNotHeld, .scoringClosed, .roundClosed, .overtaken, .entryChanged, .callStillOpen,
            .callWithoutEnd, .entriesBefore, .rankingChanged, .decisionsHeld, .ruleSettled,
            .roundUnconnected:
            .conflict
        case .invitation(let refusal): refusal.status
        case .lateAccess(let refusal): refusal.status
        case .exporting(.scopeChanged): .forbidden
        case .exporting(.notThere): .gone
        case .exporting: .conflict
        case .membership(let refusal): refusal.status
        }
    }

    /// Whether the person goes on from the own desks: what was a part here is no more, or begins with a
    /// question there.
    fileprivate var endsAtDesks: Bool {
        [.callDiscarded, .roleEnded, .conflictUnanswered].contains(self)
    }

    /// The text under `failure.TITLE.title` names the page that says it.
    fileprivate var title: String {
        switch status {
        case .notFound: "not-found"
        case .gone: "gone"
        default: "refused"
        }
    }

    /// Whether the same, sent again by the same person, would be refused again: time alone, or another
    /// account, mends the others.
    var isLasting: Bool {
        switch self {
        case .notAllowed, .windowNotOpen, .callNotPublished, .reviewsMissing, .callStillOpen,
            .entriesBefore, .roundUnconnected:
            false
        default: true
        }
    }
}

extension Site {
    /// The refusal in the reader's language, with the times and numbers it speaks of.
    ///
    /// - Parameter programme: whose words actions have; without it they are left out.
    func sentence(_ refusal: Refusal, _ context: SalaContext, of programme: Programme? = nil) -> String {
        let isThai = context.visit.isThai
        var values: [String: String] = [:]
        switch refusal {
        case .windowNotOpen(let time), .windowClosed(let time), .pastDue(let time),
            .callStillOpen(let time):
            values["time"] = time.text(.long, thai: isThai)
        case .stakeInRound(let number):
            values["entry"] = number
        case .entriesBefore(let count):
            values["count"] = Digits.grouped(count)
        case .limitReached(let limit):
            values["limit"] = String(limit)
        case .reviewsMissing(let wanted, let given):
            values = ["count": String(wanted), "given": String(given)]
        case .incomplete(let mistakes), .mistaken(let mistakes):
            values["count"] = String(mistakes.count)
        case .mistakenCall(let mistakes):
            values["count"] = String(mistakes.count)
        case .overtaken(let changes):
            values["changes"] = lines(changes, of: programme, context, upTo: 3).joined(separator: "; ")
        case .unfit(let what):
            if templates.texts.find("unfit.\(what)", context.visit.language) != nil {
                return say("unfit.\(what)", context)
            }
            values["what"] = what
        case .invitation(.tooMany(let limit)), .lateAccess(.tooMany(let limit)):
            values["limit"] = String(limit)
        case .lateAccess(.stillOpen(let time)), .lateAccess(.alreadyGranted(let time)):
            values["time"] = time.text(.long, thai: isThai)
        case .roundUnconnected(let parts):
            values["count"] = Digits.grouped(parts)
        case .membership(let refusal):
            values = refusal.values
        case .notAllowed, .notFound, .wrongStage, .callNotPublished, .callPublished, .callDiscarded,
            .notAssigned, .conflictDeclared, .ownOrganisation, .alreadyHeld, .nothingHeld, .resultsReleased,
            .abstained, .alreadyDone, .roleNotHeld, .roleEnded, .scoringClosed, .roundClosed, .entryChanged,
            .callWithoutEnd, .rankingChanged, .decisionsHeld, .ruleSettled, .invitation, .lateAccess,
            .exporting, .conflictUnanswered, .recused, .formerOrganisation, .sameProvince, .knowsEntrants,
            .fileWithheld:
            break
        }
        return say("refusal.\(refusal.code)", context, values)
    }
}
