import SalaDatabase
public import SalaEngine

/// The sides from which a desk can be narrowed, with how many submissions each value would leave.
public struct DeskFacets: Sendable {
    /// In the order in which they are offered.
    public var facets: [Register.Facet]
    /// Most frequent first.
    public var counts: [FacetCount]
    /// The provinces that stand in the counts, by code.
    public var provinces: [String: OrganisationSummary]
}

extension Programme {
    /// Where the filers are and what they are, then the selects that the register tells apart; without a
    /// register the first few selects of the form.
    public var deskFacets: [Register.Facet] {
        let filers: [Register.Facet] = filing.by == .organisation ? [.province, .organisationKind] : []
        let named = register?.facets.filter { $0 != .province && $0 != .organisationKind }
        let open = form.questions.filter { !isPrivate($0.name) }
        let selects = open.compactMap { question -> Register.Facet? in
            switch question.kind {
            case .selectOne, .selectMultiple: .question(question.name)
            default: nil
            }
        }
        return filers + (named ?? Array(selects.prefix(4)))
    }
}

extension Store {
    /// The facets of a desk under its filter. A facet that the filter names is counted as if it did not, so
    /// that another value can be chosen.
    public func deskFacets(
        _ handle: String, for person: PersonID, _ filter: SubmissionFilter
    ) async throws -> DeskFacets {
        try await database.read { connection in
            let view = try callView(handle, for: person, in: connection)
            let scope = Scope(view)
            let facets = view.programme.deskFacets.filter { !scope.hides($0.name) }
            func counts(of facets: [Register.Facet], _ filter: SubmissionFilter) throws -> [FacetCount] {
                let condition = narrowed(scope, filter, connection)
                let counted = CountedSubmissions(
                    call: view.call.id, ids: "select submission.id from submission where \(condition)",
                    kept: scope.seesFilings ? filter.kept : nil)
                return try facetCounts(facets, of: counted, connection)
            }
            var all = try counts(of: facets.filter { filter.facets[$0.name] == nil }, filter)
            for facet in facets where filter.facets[facet.name] != nil {
                var other = filter
                other.facets[facet.name] = nil
                all += try counts(of: [facet], other)
            }
            let codes = all.filter { $0.facet == .province }.map(\.value)
            return DeskFacets(facets: facets, counts: all, provinces: try provinces(codes, connection))
        }
    }
}
