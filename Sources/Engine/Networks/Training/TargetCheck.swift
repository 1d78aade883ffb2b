public import Tensors

/// Whether targets can be held against a model's output: what becomes an index is one of it.
public struct TargetCheck {
  private let outputs: Shape
  /// The forms of labels that the loss and the metrics take; those that take one read classes.
  private let forms: Set<LabelForm>
  private let isValidation: Bool

  /// - Parameters:
  ///   - isValidation: whether errors speak of the validation data.
  ///   - outputs: the shape of one output, without the batch axis.
  ///   - judges: what the loss and each metric say of their labels' form.
  public init(_ outputs: Shape, judges: [LabelForm?], isValidation: Bool = false) {
    self.outputs = outputs
    self.isValidation = isValidation
    forms = Set(judges.compactMap { $0 })
  }

  /// - Parameters:
  ///   - targets: labels or rows of numbers.
  ///   - rows: which of the targets are used.
  /// - Throws: ``TrainingError`` for the first target at fault.
  public func check(_ targets: Samples.Targets, _ rows: Range<Int>) throws(TrainingError) {
    switch targets {
    case .none, .parts: try flat()
    case .classes(let labels, let form):
      try flat()
      guard form == .oneHot || !forms.isEmpty, let largest = labels[rows].max(),
        largest >= width, let sample = labels[rows].firstIndex(where: { $0 >= width })
      else { return }
      throw outside(Int(labels[sample]), sample)
    case .rows(let numbers, let width, _):
      guard width == 1 || width == outputs.count else {
        throw .targetCount(outputs: outputs, width: width)
      }
      // A whole row stands for the class of its largest number.
      let isClass = width == 1 && (outputs.count > 1 || forms.contains(.integer))
      guard isClass, !forms.isEmpty else { return }
      try flat()
      try classes(numbers, rows)
    }
  }

  private var width: Int { outputs.extents.last ?? 1 }

  private func flat() throws(TrainingError) {
    if outputs.rank != 1 { throw .outputNotFlat(outputs) }
  }

  private func classes(_ numbers: [Float], _ rows: Range<Int>) throws(TrainingError) {
    for sample in rows {
      let number = numbers[sample]
      // Floats hold all whole numbers up to 2²⁴, more than a model can have outputs.
      guard let label = Int(exactly: number) else {
        guard number.isFinite, number == number.rounded() else {
          throw .labelNotWhole(label: number, place: place(sample))
        }
        throw outside(number < 0 ? .min : .max, sample)
      }
      guard label >= 0, label < width else { throw outside(label, sample) }
    }
  }

  private func place(_ sample: Int) -> SamplePlace {
    SamplePlace(sample, isValidation: isValidation)
  }

  private func outside(_ label: Int, _ sample: Int) -> TrainingError {
    .labelOutside(label: label, place: place(sample), outputs: width)
  }
}
