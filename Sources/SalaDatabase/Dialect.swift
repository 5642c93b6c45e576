/// Whose SQL a database speaks, for the few statements that must differ.
public enum Dialect: Sendable {
    case sqlite
}
