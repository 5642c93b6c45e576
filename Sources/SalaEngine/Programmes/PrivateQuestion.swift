/// A question whose answers are never public, and who besides the filer's side reads them.
public struct PrivateQuestion: Equatable, Sendable {
    public var name: String
    /// The roles that read the answers; nil: those with the permission `read-private`.
    public var readers: [String]?

    public init(name: String, readers: [String]? = nil) {
        self.name = name
        self.readers = readers
    }
}

extension Programme {
    /// Whether answers to the question are never public.
    public func isPrivate(_ question: String) -> Bool { privates.contains { $0.name == question } }

    /// The roles that read the private question, in the order of the file.
    public func readers(of question: PrivateQuestion) -> [String] {
        roles.filter { role in
            question.readers.map { $0.contains(role.name) } ?? role.may.contains(.readPrivate)
        }.map(\.name)
    }

    /// The questions whose answers are kept from somebody with those roles who is not on the filer's side.
    public func questionsHidden(from roles: Set<String>) -> Set<String> {
        Set(privates.filter { roles.isDisjoint(with: readers(of: $0)) }.map(\.name))
    }

    /// The question whose answer a submission is known by: the one that the register calls the title, else
    /// the first text that is not private.
    public var titleQuestion: String? {
        register?.title ?? form.questions.first { $0.kind == .text && !isPrivate($0.name) }?.name
    }
}
