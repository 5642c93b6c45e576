/// A fact that a letter may name as a mustache tag; besides these it may name `input.QUESTION` of the form
/// that its action asks.
public enum LetterField: String, CaseIterable, Sendable {
    /// The name of the person the letter goes to.
    case person
    /// The name of the filing organisation, or of the filer when no organisation files.
    case organisation
    /// The number that the submission got when it was filed.
    case number
    /// The code on the receipt, with which anybody can check that it is genuine.
    case receipt
    /// The address where anybody who holds the receipt's code can check it; empty before there is one.
    case check
    /// The submission's title, as the register knows it.
    case title
    /// The name of the stage that the submission now rests in.
    case stage
    /// The address of the submission's page.
    case link
    /// The address of the submission's page in the public register; empty unless it is public.
    case register
    /// The title of the call.
    case call
    /// The name of the programme.
    case programme
    /// The name of the office that opened the call.
    case office
    /// Where the office answers questions about the call, as the call says; empty where it says nothing.
    case contact
    /// When it happened: day and time in the letter's language.
    case time
    /// The day when the stage's clock runs out, in words of the letter's language.
    case due
    /// The answer to the question `reason` of the action's form.
    case reason
    /// The judges' comments for the filer, as lines of a section: `{{#comments}}{{.}}{{/comments}}`.
    case comments

    /// What stands before the name of a question of the action's form.
    public static let inputPrefix = "input."
}
