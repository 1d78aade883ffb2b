/// How leaves at certain places are compared. The first rule that fits counts.
struct ComparisonRule: Sendable {
  /// What is made of two leaves that aren't the same.
  enum Measure: Sendable {
    /// Numbers by their distance, texts word by word with the numbers in them by their distance.
    case distance
    /// A digest of values: it differs as soon as a bit of them does, so any tolerance allows it.
    case digest
    /// A drawing: coordinates follow the data, so with a tolerance its words count alone.
    case drawing
    /// Noted, but of no consequence.
    case note
    /// Must be the same.
    case exact
  }

  /// The kind of output, such as "history"; nil for all.
  let kind: String?
  /// The last word of the place; nil for all.
  let place: String?
  /// The end of the output's name; nil for all.
  var suffix: String?
  let measure: Measure

  /// Whether the rule is about this place of an output of this kind and name.
  func fits(kind: String, name: String, place: [String]) -> Bool {
    (self.kind == nil || self.kind == kind) && (self.place == nil || self.place == place.last)
      && (suffix.map { name.hasSuffix($0) } ?? true)
  }
}
