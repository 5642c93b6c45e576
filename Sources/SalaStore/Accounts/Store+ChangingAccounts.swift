import SalaDatabase
public import SalaEngine
public import SalaThai

extension Store {
    /// Changes the name that the visitor goes by and the language of letters; gives what is wrong with the
    /// name, and then nothing has changed.
    public func changeAccount(
        of visitor: Visitor, name: String, language: Language
    ) async throws -> [AccountFault] {
        let name = name.onOneLine
        if let fault = PersonName.fault(in: name) { return [fault] }
        try await database.write { connection in
            try connection.execute(
                """
                update person set name = \(name), language = \(language.rawValue)
                where id = \(visitor.person)
                """)
        }
        return []
    }

    /// Sets a new password for a visitor who knows the old one, and ends all other sessions.
    ///
    /// Gives what is wrong with the new password, and then nothing has changed. Throws
    /// `AccountRefusal.wrongPassword` and, as signing in does, `RateRefusal`.
    public func changePassword(
        of visitor: Visitor, from old: String, to new: String, at now: Instant
    ) async throws -> [AccountFault] {
        let new = PasswordRule.canonical(new)
        if let fault = PasswordRule.fault(in: new, email: EmailAddress(typed: visitor.email)) {
            return [fault]
        }
        try await database.write { try $0.demand(.passwordChange(of: visitor.person), at: now) }
        let known = try await database.read { try $0.person(visitor.person)?.password }
        let old = PasswordRule.canonical(old)
        let isTooLong = old.unicodeScalars.count > PasswordRule.lengths.upperBound
        let verdict = try await passwords.verify(isTooLong ? "" : old, against: isTooLong ? nil : known)
        guard let known, verdict != .wrong else { throw AccountRefusal.wrongPassword }
        let hash = try await passwords.hash(new)
        try await database.write { connection in
            // The password may have been reset while it was being hashed.
            let changed = try connection.execute(
                "update person set password = \(hash) where id = \(visitor.person) and password = \(known)")
            guard changed == 1 else { throw AccountRefusal.wrongPassword }
            try connection.execute(
                "delete from session where person_id = \(visitor.person) and hash <> \(visitor.session)")
            try connection.forgive(.passwordChange(of: visitor.person), at: now)
        }
        return []
    }
}
