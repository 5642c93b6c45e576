/// How long sessions last.
enum SessionLimits {
    /// A session that is not used for so long has ended.
    static let idleSeconds: Int64 = 12 * 3600
    /// No session lasts longer.
    static let lifetimeSeconds: Int64 = 30 * 86_400
    /// Being seen is written down no more often than this.
    static let seenSeconds: Int64 = 60
}
