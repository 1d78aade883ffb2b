internal import Kernels
internal import Memory
internal import Tensors

/// One batch: which samples, read and scaled only where they are used.
package struct Batch {
  /// The class numbers; empty where targets are rows of numbers.
  private(set) var labels: [UInt8] = []
  /// What each sample's losses are multiplied by; empty where nothing is.
  private(set) var weights: [Float] = []
  /// How many weights a sample has: one for all outputs, or one for each.
  private var weightsPerSample = 1
  private var indices: [Int] = []
  private var inputs: Samples.Inputs
  private var targets: Samples.Targets = .none
  private let inputCount: Int

  init(capacity: Int, inputShape: Shape, preparation: Preparation = Preparation()) {
    inputCount = inputShape.count
    inputs = .bytes([], divisor: preparation.divisor)
    labels.reserveCapacity(capacity)
    indices.reserveCapacity(capacity)
  }

  /// How many samples the batch has.
  package var count: Int { indices.count }

  /// Takes the images with these indices; the bytes stay where they are.
  mutating func read(_ indices: ArraySlice<Int>, images: [UInt8], labels all: [UInt8]) {
    var divisor: Float = 255
    if case .bytes(_, let own) = inputs { divisor = own }
    take(indices, 0, .bytes(images, divisor: divisor), .classes(all, .oneHot))
  }

  /// Takes the samples with these indices.
  mutating func read(_ indices: ArraySlice<Int>, of samples: Samples) {
    take(indices, samples.rows.lowerBound, samples.inputs, samples.targets)
    guard let all = samples.weights else { return }
    weightsPerSample = samples.weightsPerSample
    for index in self.indices {
      weights += all[index * weightsPerSample..<(index + 1) * weightsPerSample]
    }
  }

  private mutating func take(
    _ indices: ArraySlice<Int>, _ first: Int, _ inputs: Samples.Inputs, _ targets: Samples.Targets
  ) {
    self.inputs = inputs
    self.targets = targets
    self.indices.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    for index in indices { self.indices.append(first + index) }
    if case .classes(let all, _) = targets {
      for index in self.indices { labels.append(all[index]) }
    }
  }

  /// What the loss of the sample at a place is multiplied by.
  ///
  /// - Parameter part: the number of the output, where there are several.
  func weight(of position: Int, part: Int = 0) -> Float {
    if weights.isEmpty { return 1 }
    return weightsPerSample == 1 ? weights[position] : weights[position * weightsPerSample + part]
  }

  /// Whether every sample has a class number.
  var hasLabels: Bool { labels.count == count }

  /// What the sample at a place should give; the target is good inside of `body` only.
  func withTarget<Result>(
    _ position: Int, _ form: LabelForm, _ body: (Target) -> Result
  ) -> Result {
    guard case .rows(let numbers, let width, _) = targets else {
      return body(Target(label: hasLabels ? labels[position] : 0, form: form))
    }
    return target(indices[position], of: numbers, width, form, body)
  }

  /// What the sample at a place should give at one of several outputs.
  func withTarget<Result>(
    _ position: Int, part: Int, _ form: LabelForm, _ body: (Target) -> Result
  ) -> Result {
    guard case .parts(let parts) = targets else { return withTarget(position, form, body) }
    switch parts[part] {
    case .classes(let all, _): return body(Target(label: all[indices[position]], form: form))
    case .rows(let numbers, let width, _):
      return target(indices[position], of: numbers, width, form, body)
    case .none, .parts: return body(Target(label: 0, form: form))
    }
  }

  private func target<Result>(
    _ index: Int, of numbers: [Float], _ width: Int, _ form: LabelForm,
    _ body: (Target) -> Result
  ) -> Result {
    numbers.withElements {
      body(
        Target(
          row: $0[index * width..<(index + 1) * width], form: form))
    }
  }

  /// All inputs, `[samples, …input shape]`, row-major.
  var inputValues: [Float] {
    [Float](filling: count * inputCount) { write(0..<count, into: $0, kernels: .active) }
  }

  /// Writes some of the batch's inputs into memory, one after the other.
  func write(
    _ range: Range<Int>, into memory: MutableElements<Float>, kernels: KernelSet
  ) {
    for (offset, position) in range.enumerated() {
      let row = memory[offset * inputCount..<(offset + 1) * inputCount]
      write(row: indices[position], into: row, kernels)
    }
  }

  private func write(
    row index: Int, into row: MutableElements<Float>, _ kernels: KernelSet
  ) {
    let source = index * inputCount..<(index + 1) * inputCount
    switch inputs {
    case .bytes(let bytes, let divisor):
      bytes.withElements {
        kernels.divide($0[source], by: divisor, into: row)
      }
    case .source(let lent):
      guard let divisor = lent.divisor, let bytes = lent.bytes(source) else {
        return lent.read(source, into: row)
      }
      kernels.divide(bytes, by: divisor, into: row)
    case .numbers(let numbers):
      numbers.withElements { numbers in
        for (place, number) in source.enumerated() { row[place] = numbers[number] }
      }
    }
  }
}
