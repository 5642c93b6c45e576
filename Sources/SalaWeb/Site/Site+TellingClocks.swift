import SalaEngine
import SalaThai

extension Site {
    /// What a clock was to do and could not.
    func sentence(_ refusal: ClockRefusal, _ programme: Programme, _ context: SalaContext) -> String {
        let action = programme.texts["action.\(refusal.action)", context.visit.language]
        return say("clock.refused", context, ["action": action])
    }

    /// Why it could not, and when it is tried again.
    func reason(_ refusal: ClockRefusal, _ context: SalaContext) -> String {
        let known = templates.texts.find("clock.reason.\(refusal.code)", context.visit.language)
        let again =
            refusal.again.map {
                say("clock.again", context, ["time": $0.text(.long, thai: context.visit.isThai)])
            } ?? say("clock.given-up", context)
        return [known ?? say("clock.reason.other", context), again].joined(separator: " ")
    }
}
