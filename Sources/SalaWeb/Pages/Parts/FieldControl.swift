/// How a question is answered on a page; a template opens the case that it is, such as `{{#control.text}}`.
public enum FieldControl: Sendable {
    case text(TextControl)
    case multiline(MultilineControl)
    case date(DateControl)
    case radios(ChoicesControl)
    case select(ChoicesControl)
    case checkboxes(ChoicesControl)
    case files(FilesControl)
    case organisation(OrganisationControl)
    /// Nothing is asked: the label is the note.
    case note(ReadingControl)
    /// An answer that cannot be changed here.
    case reading(ReadingControl)

    /// One of the choices: side by side while they can be taken in at a glance, else in a list that opens.
    public static func oneOf(_ choices: [ChoiceView], reloads: Bool = false) -> FieldControl {
        let control = ChoicesControl(choices: choices, reloads: reloads)
        return choices.count <= 7 ? .radios(control) : .select(control)
    }

    /// Whether it is several inputs, which share a legend, rather than one with a label.
    var isGroup: Bool {
        switch self {
        case .radios, .checkboxes, .files: true
        case .text, .multiline, .date, .select, .organisation, .note, .reading: false
        }
    }

    var isQuestion: Bool {
        switch self {
        case .note, .reading: false
        default: true
        }
    }
}
