import SalaDatabase
import SalaEngine
public import SalaThai

extension Store {
    /// Deletes sessions that have ended, links that have run out, tries whose window is over, answers
    /// that nobody asks for again, and the words of sent letters whose link has run out; to be called from
    /// time to time.
    public func purgeAccounts(at now: Instant) async throws {
        let lastLink = now.adding(seconds: -LinkPurpose.verification.lifetimeSeconds)
        let lastInvitation = now.adding(seconds: -Invitation.lifetimeSeconds)
        try await database.write { connection in
            try connection.execute(
                """
                update letter set body = ''
                where person_id in (select person_id from link where expires_at <= \(now))
                    and written_at <= \(lastLink)
                    and name in (\(AccountLetters.Name.verifyEmail.rawValue),
                        \(AccountLetters.Name.resetPassword.rawValue))
                    and sent_at is not null
                """)
            try connection.execute(
                """
                update letter set body = ''
                where name = \(AccountLetters.Name.invitation.rawValue) and sent_at is not null
                    and written_at <= \(lastInvitation)
                """)
            try connection.execute("delete from link where expires_at <= \(lastLink)")
            try connection.execute(
                """
                delete from session where expires_at <= \(now)
                    or seen_at <= \(now.adding(seconds: -SessionLimits.idleSeconds))
                """)
            try connection.execute(
                "delete from attempt where slot < \(now.seconds - RateLimit.longestWindowSeconds)")
            try connection.execute(
                "delete from answered where at <= \(now.adding(seconds: -Store.repeatSeconds))")
        }
    }
}
