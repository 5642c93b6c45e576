import Foundation

@testable import SalaWeb

/// The templates that Sala ships, read once for all tests: reading them costs more than most tests do.
enum ShippedTemplates {
    /// The repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let read = Result { try TemplateLibrary(directory: root.appending(path: "Templates")) }

    static func library() throws -> TemplateLibrary { try read.get() }
}
