/// How a class is put before a loss: as a vector with a single 1, or as its number.
public enum LabelForm: String, Hashable, Sendable, Codable, CaseIterable {
  case oneHot = "one-hot"
  case integer
}
