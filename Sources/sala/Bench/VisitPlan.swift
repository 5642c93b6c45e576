/// What a bench asks of a served demo, as whom, and what it posts: everything that only Sala knows.
struct VisitPlan: Encodable {
    /// An address to look at; without a token nobody is signed in.
    struct Look: Encodable {
        var path: String
        var token: String?
    }

    struct Field: Encodable {
        var name: String
        var value: String
    }

    struct SampleUpload: Encodable {
        var field: String
        var name: String
        var mediaType: String
        /// Where the bytes lie; whoever posts may append to them.
        var file: String
    }

    /// Something to post; in its fields and its path the marks stand for what is not known yet.
    struct Post: Encodable {
        var path: String
        var token: String
        var fields: [Field]
        var files: [SampleUpload] = []
    }

    /// A whole entry: the post that starts it, one for each page, and the one that files it.
    struct Entry: Encodable {
        var start: Post
        var pages: [Post]
        var submit: Post
    }

    /// Stands in a text where every post has another number of as many digits.
    static let changing = "NNNNNNNN"
    /// The cookie that carries a token.
    var cookie = "sala-session"
    var changing = VisitPlan.changing
    /// Stands in an entry's paths for the id that its start leads to.
    var placeholder = ""
    var looks: [String: Look] = [:]
    var saves: [String: [Post]] = [:]
    var entries: [Entry] = []
}
