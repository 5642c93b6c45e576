/// What became of a message that was handed to the mail server.
public enum Delivery: Equatable, Sendable {
    /// The server answers for it from here on; its last reply often holds the number it is queued under.
    case accepted(reply: String)
    case failed(DeliveryFault)
}
