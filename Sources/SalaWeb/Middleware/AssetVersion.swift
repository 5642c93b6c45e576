public import Foundation

/// A word for the content of the folder `Public`: the addresses of its files bear it, so that browsers keep
/// them for good and still fetch them anew when one of them is another.
public enum AssetVersion {
    /// The same for the same names and contents, whenever they were written.
    public static func of(_ folder: URL) throws -> String {
        try AssetLibrary(folder: folder).version
    }
}
