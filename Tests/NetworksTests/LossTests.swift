import Networks
import Testing

@Suite struct LossTests {
  @Test(arguments: [
    ("mae", "MeanAbsoluteError"), ("MAE", "MeanAbsoluteError"), ("MSE", "MeanSquaredError"),
    ("mse", "MeanSquaredError"), ("kullback_leibler_divergence", "KLDivergence"),
    ("kld", "KLDivergence"), ("logcosh", "LogCosh"), ("huber_loss", "Huber"),
    ("cosine_similarity", "CosineSimilarity"), ("bce", "BinaryCrossentropy"),
    ("mape", "MeanAbsolutePercentageError"), ("msle", "MeanSquaredLogarithmicError"),
    ("squared_hinge", "SquaredHinge"), ("categorical_hinge", "CategoricalHinge"),
  ])
  func `a spelling that lessons use names a loss`(_ spelling: String, _ name: String) throws {
    #expect(type(of: try LossCatalog.make(.string(spelling))).signature.name == name)
  }

  @Test(arguments: [
    (
      ArgumentCall.make("Huber", with: ["reduction": .string("sum")]),
      "Huber: 'reduction' must be one of 'sum_over_batch_size', 'mean', 'auto', not 'sum'"
    ),
    (
      .make("CategoricalCrossentropy", with: ["axis": .int(1)]),
      "CategoricalCrossentropy: 'axis' must be at least -1 and at most -1, not 1"
    ),
    (
      .make("BinaryCrossentropy", .bool(true), .double(1.5)),
      "BinaryCrossentropy: 'label_smoothing' must be at least 0 and at most 1, not 1.5"
    ),
  ])
  func `what can't be computed is refused`(_ call: ArgumentCall, _ message: String) throws {
    let error = try #require(throws: ArgumentError.self) { try LossCatalog.make(.call(call)) }
    #expect(error.description.hasSuffix(message), "\(error)")
  }
}
