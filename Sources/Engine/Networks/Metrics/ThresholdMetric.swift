internal import Memory

/// A metric of how often outputs above thresholds are right.
protocol ThresholdMetric: CountingMetric {
  var thresholds: Thresholds { get }
  /// Which outputs are counted.
  var choice: OutputChoice { get }
  /// What is shown of the counts: a number, or one for each threshold.
  func numbers(_ counts: ThresholdCounts) -> [Float]
}

extension ThresholdMetric {
  static var isNumbered: Bool { true }

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    targets == outputs && choice.column ?? 0 < rowLength && choice.count ?? 1 <= rowLength
  }

  func sumCount(rowLength: Int) -> Int { thresholds.sumCount }

  func count(
    _ outputs: Elements<Float>, target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>
  ) {
    let length = outputs.count / rows
    for row in 0..<rows {
      choice.forEach(of: outputs[row * length..<(row + 1) * length]) { column, output in
        thresholds.count(
          output, isTrue: target.value(at: row * length + column) != 0, weight: weight,
          into: counts)
      }
    }
  }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    numbers(thresholds.counts(sums)).map { Double($0) }
  }
}

/// Which outputs of a row are counted, and as what.
struct OutputChoice: Sendable {
  /// The largest outputs alone can lie above a threshold; nil for all.
  var count: Int?
  /// The only column that is counted; nil for all.
  var column: Int?

  func forEach(of row: Elements<Float>, _ body: (_ column: Int, _ output: Float) -> Void) {
    let largest = count.map { Set(Self.largest($0, of: row)) }
    for index in row.indices where column ?? index == index {
      body(index, largest?.contains(index) ?? true ? row[index] : -1e10)
    }
  }

  /// The places of the largest numbers, of equals the first ones.
  private static func largest(_ count: Int, of row: Elements<Float>) -> [Int] {
    Array(row.indices.sorted { (row[$0], $1) > (row[$1], $0) }.prefix(count))
  }
}

extension BoundArguments {
  /// An integer, or nil for `None`.
  func optionalInt(_ name: String) -> Int? {
    guard case .int(let value) = self[name] else { return nil }
    return value
  }

  /// One number or a list of them; nil for `None`.
  func numbers(_ name: String) -> [Double]? {
    guard let value = self[name] else { return nil }
    return value.number.map { [$0] } ?? value.numbers
  }
}

extension Parameter {
  /// `thresholds`, one or several; 0.5 where nothing is said.
  static var thresholds: Parameter {
    Parameter(
      "thresholds", .numberOrNumbers(ValueRange(lower: 0, upper: 1)), default: .some(.none),
      acceptsNone: true)
  }

  /// `class_id`, the only class that is counted.
  static var classID: Parameter {
    Parameter(
      "class_id", .int(ValueRange(lower: 0, upper: nil)), default: .some(.none), acceptsNone: true)
  }
}
