/// How stored bytes become a network's inputs and targets: a view, so no float copy is ever kept.
public struct Preparation: Hashable, Sendable, Codable {
  /// What each byte is divided by: 255 scales to 0…1, 1 leaves the values.
  public var divisor: Float
  /// How class numbers are put before the loss.
  public var labelForm: LabelForm

  /// The lessons' usual preparation: bytes to 0…1, classes one-hot.
  public init(divisor: Float = 255, labelForm: LabelForm = .oneHot) {
    self.divisor = divisor
    self.labelForm = labelForm
  }

  /// The input for each of the 256 bytes.
  var table: [Float] { (0..<256).map { Float($0) / divisor } }
}
