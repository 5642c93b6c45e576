/// Every part once, to look at; `Docs/templates.md` says how to see it.
public struct StyleGuidePage: Page {
    public static let template = "pages/style-guide"

    public var chrome: Chrome
    public var notices: [NoticeView]
    public var errors: ErrorSummaryView?
    public var steps: StepsView?
    public var fields: [FieldView]
    public var stages: [StageBadgeView]
    public var dues: [DaysLeftView]
    public var stats: [StatView]
    public var facts: [FactView]
    public var timeline: TimelineView?
    public var filters: FiltersView?
    public var desk: DeskTableView?
    public var pagination: PaginationView?
    public var confirm: ConfirmView?
    public var progress: ProgressView?
    public var empty: EmptyView?
    public var distribution: DistributionView?
    public var shares: [ShareView]
    public var scores: [ScoreView]

    public init(
        chrome: Chrome, notices: [NoticeView], errors: ErrorSummaryView?, steps: StepsView?,
        fields: [FieldView],
        stages: [StageBadgeView], dues: [DaysLeftView], stats: [StatView], facts: [FactView],
        timeline: TimelineView?, filters: FiltersView?, desk: DeskTableView?, pagination: PaginationView?,
        confirm: ConfirmView?, progress: ProgressView?, empty: EmptyView?, distribution: DistributionView?,
        shares: [ShareView], scores: [ScoreView]
    ) {
        self.chrome = chrome
        self.notices = notices
        self.errors = errors
        self.steps = steps
        self.fields = fields
        self.stages = stages
        self.dues = dues
        self.stats = stats
        self.facts = facts
        self.timeline = timeline
        self.filters = filters
        self.desk = desk
        self.pagination = pagination
        self.confirm = confirm
        self.progress = progress
        self.empty = empty
        self.distribution = distribution
        self.shares = shares
        self.scores = scores
    }
}
