import HTTPTypes
import Hummingbird
import SalaEngine
import SalaExchange
import SalaStore

/// The registers: pages for people, data sets and a feed for machines.
struct RegisterRoutes {
    let site: Site

    /// Registers on one page of their list.
    private static let registerLength = 50
    /// How many calls, those that close soonest first, the list names before they have a register.
    private static let callLimit = 50
    /// Entries of a feed.
    private static let feedLength = 50
    /// Entries that a data set reads at a time.
    private static let batchLength = 200

    func add(to routes: Routes) {
        routes.get("/register", showAll)
        routes.get("/register/{call}", show)
        routes.get("/register/{call}/data.csv", showSheet)
        routes.get("/register/{call}/data.json", showJSON)
        routes.get("/register/{call}/feed.atom", showFeed)
        routes.get("/register/{call}/fields", showFields)
        routes.get("/register/{call}/{number}", showEntry)
        routes.get("/register/{call}/{number}/attachments/{attachment}", showAttachment)
        routes.get("/register/{call}/{number}/attachments/{attachment}/thumbnail", showThumbnail)
    }

    @Sendable private func showAll(_ request: Request, _ context: SalaContext) async throws -> Response {
        try await site.publicAnswer(request, context, about: .calls) { context in
            let page = context.visit.path.queryItem("page").flatMap { Int($0) } ?? 1
            let listing = try await site.store.registers(page: max(1, page), length: Self.registerLength)
            let calls = try await site.store.publishedCalls(limit: Self.callLimit, at: context.visit.now)
            let filled = try await site.store.callsWithEntries(among: calls.map(\.call.id))
            return RegistersPage(site, context, listing, among: calls, filled: filled)
        }
    }

    @Sendable private func show(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        return try await site.publicAnswer(request, context, about: .call(handle)) { context in
            let query = RegisterQuery(path: context.visit.path)
            let listing = try await site.store.register(handle, query.filter)
            return RegisterPage(
                site, context, listing, query.choosing(listing.chosen),
                released: try await site.store.releasedRounds(of: handle))
        }
    }

    @Sendable private func showEntry(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let number = try context.word("number")
        return try await site.publicAnswer(request, context, about: .call(handle)) { context in
            let (view, entry) = try await site.store.registerEntry(handle, number: number)
            return RegisterEntryPage(
                site, context, view, entry, RegisterQuery(path: context.visit.path),
                released: try await site.store.releasedRounds(of: handle))
        }
    }

    @Sendable private func showAttachment(_ request: Request, _ context: SalaContext) async throws -> Response
    {
        let (attachment, url) = try await site.store.registerAttachment(
            try context.word("call"), number: try context.word("number"), try context.id("attachment"))
        return try await site.file(attachment, at: url, context).publicly(request)
    }

    @Sendable private func showThumbnail(_ request: Request, _ context: SalaContext) async throws -> Response
    {
        let (attachment, url) = try await site.store.registerAttachment(
            try context.word("call"), number: try context.word("number"), try context.id("attachment"))
        return try await site.thumbnail(of: attachment, at: url, context).publicly(request)
    }

    @Sendable private func showFeed(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        let query = RegisterQuery(path: context.visit.path)
        let (view, dataSet) = try await dataSet(handle, query)
        let listing = try await site.store.register(handle, query.newest(1))
        let feed = AtomFeed(
            following: dataSet,
            entries: try await site.store.newestPublicEntries(
                of: view, matching: query.filter, limit: Self.feedLength),
            language: context.visit.language,
            narrowing: RegisterPage.chosen(site, context, listing, query.choosing(listing.chosen)).map(
                \.label))
        return answer(
            ResponseBody(byteBuffer: ByteBuffer(string: feed.xml)), AtomFeed.mediaType, context)
    }

    @Sendable private func showFields(_ request: Request, _ context: SalaContext) async throws -> Response {
        let handle = try context.word("call")
        return try await site.publicAnswer(request, context, about: .call(handle)) { context in
            let (view, dataSet) = try await dataSet(handle, RegisterQuery(path: Paths.register(handle)))
            return RegisterFieldsPage(
                site, context, view, dataSet.fields, RegisterQuery(path: context.visit.path))
        }
    }

    @Sendable private func showSheet(_ request: Request, _ context: SalaContext) async throws -> Response {
        let query = RegisterQuery(path: context.visit.path)
        let (view, dataSet) = try await dataSet(try context.word("call"), query)
        let language = context.visit.language
        let store = site.store
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: dataSet.csvHead))
            var last: String?
            while case let entries = try await store.publicEntries(
                of: view, matching: query.filter, after: last, limit: Self.batchLength), !entries.isEmpty
            {
                last = entries.last?.card.number
                let lines = entries.map { dataSet.csvLine($0, language) }.joined()
                try await writer.write(ByteBuffer(string: lines))
            }
            try await writer.finish(nil)
        }
        var response = answer(body, RegisterDataSet.csvMediaType, context)
        let name = query.isNarrowed ? "\(view.call.handle)-selection" : view.call.handle
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return response
    }

    @Sendable private func showJSON(_ request: Request, _ context: SalaContext) async throws -> Response {
        let query = RegisterQuery(path: context.visit.path)
        let (view, dataSet) = try await dataSet(try context.word("call"), query)
        let store = site.store
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: try dataSet.jsonHead()))
            var last: String?
            while case let entries = try await store.publicEntries(
                of: view, matching: query.filter, after: last, limit: Self.batchLength), !entries.isEmpty
            {
                let texts = try entries.map { try dataSet.jsonEntry($0) }.joined(separator: ",\n")
                try await writer.write(ByteBuffer(string: (last == nil ? "\n" : ",\n") + texts))
                last = entries.last?.card.number
            }
            try await writer.write(ByteBuffer(string: dataSet.jsonTail))
            try await writer.finish(nil)
        }
        return answer(body, RegisterDataSet.jsonMediaType, context)
    }

    /// What a published call's register is written from; a call without one is not found.
    private func dataSet(
        _ handle: String, _ query: RegisterQuery
    ) async throws -> (CallView, RegisterDataSet) {
        let view = try await site.store.call(handle, for: nil)
        let dataSet = RegisterDataSet(
            view.call, of: view.programme, office: view.office,
            addresses: RegisterAddresses(site, handle, query), kindWords: site.words(ofKind:_:))
        guard let dataSet else { throw Refusal.notFound }
        return (view, dataSet)
    }

    /// Data is the same for everybody, apart from its language; other sites' pages may read it too.
    private func answer(_ body: ResponseBody, _ mediaType: String, _ context: SalaContext) -> Response {
        var headers: HTTPFields = [
            .contentType: mediaType, .contentLanguage: context.visit.language.rawValue,
            .accessControlAllowOrigin: "*", .vary: "Cookie",
        ]
        headers[.cacheControl] = context.isForEveryone(site) ? Site.sharedCaching : "private, no-store"
        return Response(status: .ok, headers: headers, body: body)
    }
}

extension Response {
    /// For everybody, and asked for anew each time: what is public today may not be tomorrow. Without a body
    /// for who has it already (RFC 9110 section 13.1.2).
    fileprivate func publicly(_ request: Request) -> Response {
        var response = self
        response.headers[.cacheControl] = Site.sharedPageCaching
        guard let tag = headers[.eTag], request.headers.know(tag) else {
            return response
        }
        response.headers[.contentLength] = nil
        return Response(status: .notModified, headers: response.headers)
    }
}
