/// What a directive's name stands for while the plan is made: facts that need no data.
enum Symbol: Sendable {
  case data(DataFacts)
  case model(ModelFacts)
  /// A fit: its history can be drawn.
  case fit
  /// A directive that only publishes numbers, or nothing.
  case other
  /// A directive that has errors of its own or is skipped: naming it reports nothing more.
  case unusable

  /// What a name can be expected to stand for.
  enum Kind: Hashable, Sendable { case data, model, fit, other, unusable }

  var kind: Kind {
    switch self {
    case .data: .data
    case .model: .model
    case .fit: .fit
    case .other: .other
    case .unusable: .unusable
    }
  }
}
