internal import Networks

/// The texts by which Keras finds parts of a model (`'adam'`, `'mse'`).
enum KerasIdentifiers {
  /// What Keras says of a text that it finds nothing under; nil for other mistakes, and for what Keras has and
  /// Caderno doesn't.
  static func refusal(_ problem: ArgumentError.Problem) -> String? {
    switch problem {
    case .nested(let inner): refusal(inner.problem)
    case .unknownName(let got, let kind, _) where !missing.contains(got.lowercased()):
      words[kind].map { "Could not interpret \($0) identifier: \(got)" }
    default: nil
    }
  }

  /// Keras' words for the kinds that it finds by a text.
  private static let words: [ComponentKind: String] = [
    .optimizer: "optimizer", .loss: "loss", .metric: "metric",
    .activation: "activation function", .initializer: "initializer",
    .regularizer: "regularizer", .constraint: "constraint",
  ]

  /// What Keras 3.15 finds under names that Caderno may not have, in small letters (`ALL_OBJECTS_DICT` of its modules).
  private static let missing: Set<String> = [
    "adafactor", "ftrl", "lion", "lossscaleoptimizer", "multioptimizer", "muon",
    "schedulefreeadamw", "binaryfocalcrossentropy", "binary_focal_crossentropy",
    "categoricalfocalcrossentropy", "categorical_focal_crossentropy", "circle", "ctc", "dice",
    "tversky", "binaryiou", "binary_io_u", "iou", "io_u", "meaniou", "mean_io_u", "onehotiou",
    "one_hot_io_u", "onehotmeaniou", "one_hot_mean_io_u", "logcosherror", "log_cosh_error",
    "mean", "sum", "celu", "glu", "hard_shrink", "hard_tanh", "log_sigmoid", "soft_shrink",
    "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus", "tanh_shrink", "threshold",
    "stft", "stftinitializer", "identity", "identityinitializer", "orthogonal",
    "orthogonalinitializer", "orthogonalregularizer", "orthogonal_regularizer",
  ]
}
