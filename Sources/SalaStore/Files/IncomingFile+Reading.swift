import Foundation
import SalaEngine

extension IncomingFile {
    /// All that has been received, for a file that is read and not kept; refuses one above that many bytes.
    public func contents(upTo limit: Int) throws -> [UInt8] {
        guard bytes <= limit else { throw Refusal.unfit("file-size") }
        return try Array(Data(contentsOf: url))
    }
}
