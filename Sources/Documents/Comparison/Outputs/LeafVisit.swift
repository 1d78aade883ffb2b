/// Sees a leaf at its place and gives what is to stand there.
///
/// A place is a list of words for people and for rules, such as `["epoch 3", "loss"]`.
typealias LeafVisit = (_ place: [String], _ leaf: Leaf) -> Leaf

extension Double {
  /// The number that a visit gave.
  mutating func visit(_ place: [String], _ visit: LeafVisit) {
    if case .number(let value) = visit(place, .number(self)) { self = value }
  }
}

extension String {
  /// The text that a visit gave.
  mutating func visit(_ place: [String], _ visit: LeafVisit) {
    if case .text(let text) = visit(place, .text(self)) { self = text }
  }
}

extension String? {
  /// The text that a visit gave, where there is one.
  mutating func visit(_ place: [String], _ visit: LeafVisit) {
    if var text = self {
      text.visit(place, visit)
      self = text
    }
  }
}
