public import SalaThai

/// Everything besides the submission that a decision depends on. The store gathers it in the same
/// transaction.
public struct Situation: Sendable {
    /// The version that the submission pins.
    public var programme: Programme
    public var call: Call
    public var actor: Actor
    public var now: Instant
    public var calendar: WorkingCalendar
    /// The running number that the next filing under the call gets.
    public var nextNumber: Int
    /// What has been attached since the submission was last filed.
    public var uploaded: UploadTally
    /// The rounds of which a decision is held in the call, or was released: nobody judges in them any more.
    public var closedRounds: Set<String>
    /// Where the organisation lies that the submission is filed for, by code.
    public var province: String?

    public init(
        programme: Programme, call: Call, actor: Actor, now: Instant, calendar: WorkingCalendar,
        nextNumber: Int, uploaded: UploadTally = UploadTally(), closedRounds: Set<String> = [],
        province: String? = nil
    ) {
        self.programme = programme
        self.call = call
        self.actor = actor
        self.now = now
        self.calendar = calendar
        self.nextNumber = nextNumber
        self.uploaded = uploaded
        self.closedRounds = closedRounds
        self.province = province
    }
}
