internal import Memory

/// A formula's value for one sample, with the values that it was computed of.
struct FormulaValue {
  private let formula: SampleFormula
  private let parts: [FormulaValue]
  /// A row, or one number.
  private let numbers: [Float]

  init(_ formula: SampleFormula, _ outputs: Elements<Float>, _ target: Target) {
    self.formula = formula
    func value(_ part: SampleFormula) -> FormulaValue { FormulaValue(part, outputs, target) }
    switch formula {
    case .target: (parts, numbers) = ([], outputs.indices.map { target.value(at: $0) })
    case .output: (parts, numbers) = ([], outputs.indices.map { outputs[$0] })
    case .constant(let number): (parts, numbers) = ([], [number])
    case .unary(let function, let x):
      parts = [value(x)]
      numbers = parts[0].numbers.map(function.value)
    case .binary(let function, let x, let y):
      parts = [value(x), value(y)]
      numbers = Self.row(of: parts) { function.value($0[0], $0[1]) }
    case .choice(let test, let x, let y):
      parts = [value(test), value(x), value(y)]
      numbers = Self.row(of: parts) { $0[0] != 0 ? $0[1] : $0[2] }
    case .reduced(let kind, let x):
      parts = [value(x)]
      numbers = [Self.reduced(kind, parts[0].spread(to: outputs.count))]
    }
  }

  /// The mean of the row.
  var mean: Float { Self.reduced(.mean, numbers) }

  /// Adds the slopes of the mean along each output.
  func addSlopes(to gradient: MutableElements<Float>) {
    add([Float](repeating: 1 / Float(numbers.count), count: numbers.count), to: gradient)
  }

  /// Adds what the outputs do to the value.
  ///
  /// - Parameter slopes: of the whole along each of the value's numbers.
  private func add(_ slopes: [Float], to gradient: MutableElements<Float>) {
    switch formula {
    case .target, .constant: return
    case .output: for (index, slope) in slopes.enumerated() { gradient[index] += slope }
    case .unary(let function, _):
      guard let slope = function.slope else { return }
      let x = parts[0].numbers
      parts[0].add(x.indices.map { slopes[$0] * slope(x[$0], numbers[$0]) }, to: gradient)
    case .binary(let function, _, _):
      guard let both = function.slopes else { return }
      let pairs = numbers.indices.map { both(parts[0].number($0), parts[1].number($0)) }
      parts[0].collect(pairs.indices.map { slopes[$0] * pairs[$0].0 }, to: gradient)
      parts[1].collect(pairs.indices.map { slopes[$0] * pairs[$0].1 }, to: gradient)
    case .choice:
      let isFirst = numbers.indices.map { parts[0].number($0) != 0 }
      parts[1].collect(isFirst.indices.map { isFirst[$0] ? slopes[$0] : 0 }, to: gradient)
      parts[2].collect(isFirst.indices.map { isFirst[$0] ? 0 : slopes[$0] }, to: gradient)
    case .reduced(let kind, _):
      guard kind == .mean || kind == .sum else { return }
      let count = gradient.count
      let slope = kind == .mean ? slopes[0] / Float(count) : slopes[0]
      parts[0].collect([Float](repeating: slope, count: count), to: gradient)
    }
  }

  /// Adds slopes along a row, of which one number takes the sum.
  private func collect(_ slopes: [Float], to gradient: MutableElements<Float>) {
    add(numbers.count == slopes.count ? slopes : [slopes.reduce(0, +)], to: gradient)
  }

  private func number(_ index: Int) -> Float { numbers[numbers.count == 1 ? 0 : index] }

  private func spread(to count: Int) -> [Float] {
    numbers.count == count ? numbers : [Float](repeating: numbers[0], count: count)
  }

  private static func row(of parts: [FormulaValue], _ body: ([Float]) -> Float) -> [Float] {
    let count = parts.map(\.numbers.count).max() ?? 1
    return (0..<count).map { index in body(parts.map { $0.number(index) }) }
  }

  private static func reduced(_ kind: SampleFormula.Reduction, _ row: [Float]) -> Float {
    switch kind {
    case .mean: row.reduce(0, +) / Float(row.count)
    case .sum: row.reduce(0, +)
    case .max: row.max() ?? 0
    case .min: row.min() ?? 0
    case .argmax: Float(row.withElements { LargestOutput.index(in: $0) })
    case .argmin: Float(row.map { -$0 }.withElements { LargestOutput.index(in: $0) })
    }
  }
}
