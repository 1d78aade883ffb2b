internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// A class of samples: a number or a text.
enum ClassLabel: Hashable, Comparable {
  case number(Double)
  case text(String)

  init(_ value: Value, _ machine: Machine) throws(PyError) {
    if let number = value.plain.double ?? value.double {
      self = .number(number)
    } else {
      self = .text(try machine.str(value))
    }
  }

  /// The label as NumPy prints it inside of an array.
  var shown: String {
    switch self {
    case .number(let number): TableNumbers.text(number)
    case .text(let text): "'\(text)'"
    }
  }
}

/// One list of labels, `y_true` or `y_pred`, and what scikit-learn takes it for.
struct ClassColumn {
  enum Kind: String {
    case binary, multiclass, continuous
    case indicator = "multilabel-indicator"
    case severalContinuous = "continuous-multioutput"
    case severalClasses = "multiclass-multioutput"
  }

  let kind: Kind
  /// The label of each sample; of rows of zeros and ones none.
  private(set) var labels: [ClassLabel] = []
  /// The set places of each row of zeros and ones.
  private(set) var rows: [[Int]] = []
  /// How many samples there are, and how many places a row has.
  let (count, width): (Int, Int)
  /// Whether its numbers were written with a point, or are `True` and `False`.
  let (isReal, isTruth): (Bool, Bool)

  init(_ value: Value, _ machine: Machine) throws(PyError) {
    let given = try NumPyValue(value, machine)
    let texts = try machine.raising { () throws(ArrayError) in try given.asTexts() }
    if let texts {
      labels = texts.texts().map { .text($0) }
      (count, width, isReal, isTruth) = (labels.count, 1, false, false)
      kind = Set(labels).count > 2 ? .multiclass : .binary
      return
    }
    let array = try TableNumbers.array(value, machine)
    (isReal, isTruth) = (array.dtype.isFloating, array.dtype == .bool)
    count = array.ndim == 0 ? 1 : array.shape[0]
    width = array.ndim < 2 ? 1 : array.shape[1]
    let numbers = array.reals()
    let (found, several) = (Set(numbers), array.ndim == 2 && array.shape[1] > 1)
    let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
    if several, found.count < 3, isWhole {
      kind = .indicator
      rows = Self.rows(numbers, width)
    } else if !isWhole {
      kind = several ? .severalContinuous : .continuous
    } else {
      kind = several ? .severalClasses : found.count > 2 ? .multiclass : .binary
      labels = numbers.map { .number($0) }
    }
  }

  private static func rows(_ numbers: [Double], _ width: Int) -> [[Int]] {
    stride(from: 0, to: numbers.count, by: width).map { start in
      (0..<width).filter { numbers[start + $0] != 0 }
    }
  }
}
