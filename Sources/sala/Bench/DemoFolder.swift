import Foundation
import SalaStore
import SalaThai

/// A demo that `sala demo --prepare-only` made, opened to be measured.
struct DemoFolder {
    let installation: Installation
    let folder: URL
    let store: Store
    let set: DemoSet
    let clock: DemoClock

    init(_ folder: String, home: String?, port: Int = 8080) async throws {
        installation = try Installation(home: home, address: "http://127.0.0.1:\(port)")
        self.folder = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        store = try await installation.store(
            database: "sqlite://\(self.folder.appending(path: "sala.sqlite").path)",
            files: self.folder.appending(path: "files"))
        set = try DemoSet(installation)
        let latest = try await store.latestEventTime() ?? set.present
        clock = DemoClock(present: max(set.present, latest.adding(seconds: 60)))
    }
}
