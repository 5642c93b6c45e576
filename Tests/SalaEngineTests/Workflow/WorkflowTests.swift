import SalaEngine
import Testing

@Suite("A workflow")
struct WorkflowTests {
    @Test("starts in its first stage and finds stages and actions by name")
    func finds() throws {
        let workflow = try Contest.workflow()
        #expect(workflow.first.name == "draft")
        #expect(workflow.stage("mending")?.isOpen == true)
        #expect(workflow.stage("nowhere") == nil)
        #expect(workflow.action("pass")?.to == "judging")
        #expect(workflow.action("fly") == nil)
        #expect(workflow.actions(from: "judging").map(\.name) == ["withdraw", "win", "lose"])
        #expect(workflow.actions(from: "won").isEmpty)
    }

    @Test("knows which stages lie beyond some of its actions")
    func beyond() throws {
        let workflow = try Contest.workflow()
        #expect(workflow.stages(beyond: ["win", "lose"]) == ["won", "lost"])
        #expect(
            workflow.stages(beyond: ["return"])
                == ["mending", "checking", "judging", "won", "lost", "dropped", "lapsed"])
        #expect(workflow.stages(beyond: ["fly"]).isEmpty)
    }

    @Test(
        "knows the actions from which no other leads back",
        arguments: [
            ("withdraw", true), ("pass", true), ("return", false),
            // Filing again what was filed is no way back that a filer would look for, nor is it warned of.
            ("submit", false), ("win", false),
        ])
    func leavesForGood(name: String, isForGood: Bool) throws {
        let workflow = try Contest.workflow()
        #expect(workflow.leavesForGood(with: try #require(workflow.action(name))) == isForGood)
    }

    @Test(
        "knows the actions after which nobody can do anything that leads on",
        arguments: [
            ("withdraw", true), ("lapse", true), ("pass", false), ("return", false),
            // What is held can be taken back until its release.
            ("win", false),
        ])
    func ends(name: String, isLast: Bool) throws {
        var workflow = try Contest.workflow()
        let action = try #require(workflow.action(name))
        #expect(workflow.ends(with: action) == isLast)
        // An action that leaves it where it is leads on no more than none does.
        var note = action
        (note.name, note.from, note.to) = ("note", [action.to], action.to)
        workflow.actions.append(note)
        #expect(workflow.ends(with: action) == isLast)
    }
}
