import Foundation
import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaThai

/// Makes up the answers of a form from nothing but its definition and the plan's samples, the same for the
/// same seed.
struct AnswerMaker {
    private let form: Form
    private let samples: [String: String]
    private let spans: [String: SimulationPlan.Span]
    private let place: String
    private let now: Instant
    private var generator: SeededGenerator

    init(
        _ form: Form, samples: [String: String], spans: [String: SimulationPlan.Span] = [:], place: String,
        now: Instant, generator: SeededGenerator
    ) {
        self.form = form
        self.samples = samples
        self.spans = spans
        self.place = place
        self.now = now
        self.generator = generator
    }

    /// Answers of everything that is typed or chosen; files are attached apart.
    mutating func answers() -> Answers {
        var answers: Answers = [:]
        var showing = form.showing(answers, at: now)
        let deciding = form.questions.reduce(into: Set<String>()) { names, question in
            names.formUnion(question.relevant?.references ?? [])
            names.formUnion(question.required?.references ?? [])
            names.formUnion(question.choiceFilter?.references ?? [])
            for group in question.groups { names.formUnion(group.relevant?.references ?? []) }
        }
        for question in form.questions where question.isTyped && showing.isRelevant(question) {
            answers[question.name] = answer(question, showing)
            if deciding.contains(question.name) { showing = form.showing(answers, at: now) }
        }
        return answers
    }

    private mutating func answer(_ question: Question, _ showing: Showing) -> Answer {
        var last: Answer = .text("")
        for attempt in 0..<12 {
            last = candidate(question, showing, attempt)
            guard let constraint = question.constraint else { return last }
            var tried = showing.answers
            tried[question.name] = last
            let scope = SalaEngine.Expression.Scope(answers: tried, own: last, now: now)
            if constraint.holds(in: scope) { return last }
        }
        return last
    }

    private mutating func candidate(_ question: Question, _ showing: Showing, _ attempt: Int) -> Answer {
        let sample = attempt == 0 ? samples[question.name]?.replacing("{place}", with: place) : nil
        switch question.kind {
        case .selectOne:
            let names = showing.choices(of: question).map(\.name)
            if let sample, names.contains(sample) { return .text(sample) }
            return .text(names.isEmpty ? "" : names[generator.next(below: names.count)])
        case .selectMultiple:
            let names = showing.choices(of: question).map(\.name)
            let sampled = names.filter(Set(sample?.split(separator: " ").map(String.init) ?? []).contains)
            guard sampled.isEmpty else { return .list(sampled) }
            let count =
                attempt < 3 ? min(names.count, 1 + generator.next(below: 3)) : min(names.count, attempt - 1)
            let chosen = Set(generator.shuffled(names).prefix(count))
            return .list(names.filter(chosen.contains))
        case .integer, .decimal:
            if let drawn = drawn(question), sample == nil { return .text(String(drawn)) }
            let bounds = [5000, 500, 50, 5, 100_000]
            return .text(sample ?? String(1 + generator.next(below: bounds[attempt % bounds.count])))
        case .date:
            if let days = drawn(question) { return .text(now.localDate.adding(days: days).iso) }
            let isPast = attempt.isMultiple(of: 2)
            let days = isPast ? 1 + generator.next(below: 400) : 3 + generator.next(below: 12)
            return .text(now.localDate.adding(days: isPast ? -days : days).iso)
        case .text, .file, .image, .note, .calculate:
            return .text(sample ?? AnswerMaker.phrases[attempt % AnswerMaker.phrases.count])
        }
    }

    /// A number from the question's span; nil where the plan has none for it.
    private mutating func drawn(_ question: Question) -> Int? {
        guard let span = spans[question.name], span.to >= span.from else { return nil }
        let step = max(1, span.by ?? 1)
        return span.from + step * generator.next(below: (span.to - span.from) / step + 1)
    }

    /// What passes for a line, a telephone number, a web address and an e-mail address.
    private static let phrases = [
        "ตัวอย่างสำหรับการซ้อม", "02 000 0000", "https://example.go.th/rehearsal", "rehearsal@example.go.th",
    ]
}
