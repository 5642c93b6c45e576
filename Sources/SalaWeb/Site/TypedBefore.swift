/// What was typed into a page of a form before its session ended: it goes through the signing in as hidden
/// fields.
struct TypedBefore {
    private static let prefix = "typed-"
    private static let lostFiles = "lost-files"

    let fields: [HiddenFieldView]

    /// Of a form that was sent without a session.
    init(_ posting: Posting) {
        let typed = posting.fields.filter { $0.key != "csrf" }.sorted { $0.key < $1.key }
        let texts = typed.flatMap { name, values in
            values.map { HiddenFieldView(name: TypedBefore.prefix + name, value: $0) }
        }
        let files = posting.lacksFiles || !posting.files.isEmpty || !posting.oversized.isEmpty
        fields = texts + (files ? [HiddenFieldView(name: TypedBefore.lostFiles, value: "yes")] : [])
    }

    /// As the page that signs in has sent it on.
    init(carriedBy posting: Posting) {
        fields = posting.keys.sorted().filter { $0 == Self.lostFiles || $0.hasPrefix(Self.prefix) }
            .flatMap { name in posting.texts(name).map { HiddenFieldView(name: name, value: $0) } }
    }

    var posting: Posting {
        let typed = fields.filter { $0.name.hasPrefix(Self.prefix) }
        let texts = Dictionary(grouping: typed) { String($0.name.dropFirst(Self.prefix.count)) }
        return Posting(
            fields: texts.mapValues { $0.map(\.value) },
            hadFiles: fields.contains { $0.name == Self.lostFiles })
    }
}
