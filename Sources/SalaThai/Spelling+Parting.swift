extension Spelling {
    /// A part of what somebody typed to search, as search sees it.
    public struct Part: Equatable, Sendable {
        /// Without the mark of a place: lists of places and registers name them without.
        public var text: String
        /// What the mark said that it is.
        public var place: Place?
    }

    /// The parts between spaces of what somebody typed. A mark that stands alone belongs to the part behind
    /// it; at the end it is a word like others.
    public func parts(typed text: String) -> [Part] {
        var parts: [Part] = []
        var awaited: (text: String, place: Place)?
        for word in text.normalisedForSearch(self).split(separator: " ").map(String.init) {
            let (name, place) = named(word)
            if let place, name.isEmpty {
                awaited = (word, place)
            } else {
                parts.append(Part(text: name, place: place ?? awaited?.place))
                awaited = nil
            }
        }
        if let awaited { parts.append(Part(text: awaited.text, place: nil)) }
        return parts
    }

    private func named(_ word: String) -> (name: String, place: Place?) {
        let scalars = Array(word.unicodeScalars)
        for mark in marks {
            guard let name = mark.name(in: scalars) else { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: name)
            return (String(view), mark.place)
        }
        return (word, nil)
    }
}
