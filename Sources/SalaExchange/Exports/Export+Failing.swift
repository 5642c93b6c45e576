import Foundation
import SalaEngine
public import SalaStore

extension Export.Cause {
    /// What an error that ended the writing is to who asked for the file.
    public init(_ error: any Error) {
        switch error {
        case Refusal.exporting(.noRoom): self = .storage
        case is Refusal: self = .scopeChanged
        case is ArchiveFile.Failure, is WorkbookFile.Failure, is CocoaError, is POSIXError: self = .storage
        default:
            // Some parts of Foundation throw what they know under these names alone.
            let domain = (error as NSError).domain
            self = [NSCocoaErrorDomain, NSPOSIXErrorDomain].contains(domain) ? .storage : .other
        }
    }
}
