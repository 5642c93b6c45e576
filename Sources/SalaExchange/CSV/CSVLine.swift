/// A record of a comma-separated file as RFC 4180 writes it.
public enum CSVLine {
    /// What a file begins with so that Excel reads it as UTF-8.
    public static let byteOrderMark = "\u{FEFF}"

    /// The cells with commas between and CR LF at the end.
    public static func written(_ cells: [CSVCell]) -> String {
        cells.map(\.written).joined(separator: ",") + "\r\n"
    }
}
