internal import PythonRuntime
internal import Networks
internal import Texts
internal import Training

/// The samples that a call of `fit` names: those to train with, and those to validate with.
struct FitData {
  let training: Samples
  let validation: Samples?

  /// - Parameter isFirst: whether generators make their first round in this call.
  init(
    _ call: Call, _ reading: SampleReading, _ compilation: Compilation, _ options: FitCallOptions,
    isFirst: Bool = true
  ) throws(PyError) {
    let classes = call.given("class_weight")
    if classes != nil, call.given("sample_weight") != nil {
      throw call.error(
        "ValueError", "You cannot `class_weight` and `sample_weight` at the same time.")
    }
    let given = try GivenSamples(
      call, .init(isFirst: isFirst, reorders: isFirst, shuffles: options.shufflesBatches))
    let all = try reading.samples(given.x, given.y, compilation, weights: given.weights)
    let parts = try Self.parts(of: all, call, reading, compilation, isFirst: isFirst)
    validation = parts.validation?.first(options.validationSteps, of: options.validationBatchSize)
    guard let classes else {
      training = parts.training
      return
    }
    training = try SampleWeights(reading.machine).weighted(parts.training, byClass: classes)
  }

  private static func parts(
    of all: Samples, _ call: Call, _ reading: SampleReading, _ compilation: Compilation,
    isFirst: Bool
  ) throws(PyError) -> (training: Samples, validation: Samples?) {
    if let flow: ImageFlow = call.given("validation_data")?.asObject() {
      let given = try GivenSamples(flow, .init(isFirst: isFirst), reading.machine)
      return (
        all, try reading.samples(given.x, given.y, compilation, weights: given.weights)
      )
    }
    if let given = call.given("validation_data") {
      let parts = try validation(given, call)
      guard (2...3).contains(parts.count) else {
        throw call.error(
          "ValueError",
          "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: \(try call.machine.str(given))"
        )
      }
      var weights: Value?
      if parts.count == 3 { weights = parts[2] }
      if case .none? = weights { weights = nil }
      try GivenData(call.machine).check(parts[0], parts[1], weights: weights)
      var testing = reading
      testing.use = .testing
      return (all, try testing.samples(parts[0], parts[1], compilation, weights: weights))
    }
    guard let share = try call.double("validation_split"), share > 0 else { return (all, nil) }
    let count = Int(max(Double(all.count) * (1 - share), 0))
    guard count > 0 else {
      throw call.error(
        "ValueError",
        "Training data contains \(all.count) samples, which is not sufficient to split it into a validation and training set as specified by `validation_split=\(FloatText.repr(share))`. Either provide more data, or a different value for the `validation_split` argument."
      )
    }
    return (all.subset(0..<count), all.subset(count..<all.count))
  }
}

extension FitData {
  /// Inputs, targets and weights; an array alone has no targets.
  private static func validation(_ given: Value, _ call: Call) throws(PyError) -> [Value] {
    let isList =
      given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil
    guard isList else { return [given, .none] }
    let parts = try call.machine.array(given)
    return parts.count == 1 ? [parts[0], .none] : parts
  }
}

extension Samples {
  /// The samples of the first batches, or all where there are fewer or no number is given.
  func first(_ batches: Int?, of size: Int) -> Samples {
    guard let batches, batches < BatchCourse.count(of: count, by: size) else { return self }
    return subset(0..<batches * size)
  }
}
