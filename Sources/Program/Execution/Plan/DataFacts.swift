internal import Tensors

/// What is known of a data set before it is read.
struct DataFacts: Sendable {
  /// The catalog's name of the data set.
  var dataset: String
  /// Shape of one example after `reshape`.
  var inputShape: Shape
  var classNames: [String]
  var isOneHot: Bool
  /// Examples in each part.
  var counts: SplitCounts
}

/// How many examples the parts of a data set have.
struct SplitCounts: Sendable, Hashable {
  var train: Int
  var validation: Int
  var test: Int

  /// The count of a part by its name.
  subscript(split: SplitName) -> Int {
    switch split {
    case .train: train
    case .validation: validation
    case .test: test
    }
  }
}

/// A part of a data set.
enum SplitName: String, Sendable, CaseIterable, Hashable {
  case train, validation, test
}

/// A part of a data set that a directive names: `mnist.test`.
struct DataReference: Sendable, Hashable {
  var id: String
  var split: SplitName
  var facts: DataFacts

  static func == (a: DataReference, b: DataReference) -> Bool {
    a.id == b.id && a.split == b.split
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(split)
  }
}
