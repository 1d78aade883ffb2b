internal import Arrays

/// What a program wants done about arithmetic that goes wrong, as `np.seterr` sets it.
public struct ErrorModes: Sendable {
  /// What is done about one kind of error, by the words that `np.seterr` takes.
  public enum Mode: String, Sendable {
    case ignore, warn, `raise`, call, `print`, log
  }

  /// What can go wrong, in NumPy's order.
  public enum Kind: String, CaseIterable, Sendable {
    case divide, over, under, invalid

    var error: FloatErrors {
      switch self {
      case .divide: .divide
      case .over: .overflow
      case .under: .underflow
      case .invalid: .invalid
      }
    }

    /// What NumPy says.
    var words: String {
      switch self {
      case .divide: "divide by zero"
      case .over: "overflow"
      case .under: "underflow"
      case .invalid: "invalid value"
      }
    }
  }

  private var modes: [Kind: Mode] = [.under: .ignore]
  /// What isn't ignored; each operation asks.
  private(set) var watched: FloatErrors = [.divide, .overflow, .invalid]

  /// NumPy's defaults: warnings of all kinds but underflow.
  public init() {}

  /// What is done about a kind of error.
  public subscript(kind: Kind) -> Mode {
    get { modes[kind] ?? .warn }
    set {
      modes[kind] = newValue
      if newValue == .ignore { watched.remove(kind.error) } else { watched.insert(kind.error) }
    }
  }
}

/// What is to be said of arithmetic that went wrong.
public struct ArithmeticNote {
  /// What is to be done: anything but `ignore`.
  public let mode: ErrorModes.Mode
  /// What went wrong without the function, such as `divide by zero`, and NumPy's bits of all that did.
  public let kind: (words: String, number: Int)
  /// The whole text, such as `divide by zero encountered in log`.
  public let text: String
  /// Where in NumPy's own Python it went wrong; nil for the program's line.
  public let place: SourceOfNumPy?
}

/// A line of NumPy's own Python that warnings name.
public struct SourceOfNumPy: Sendable {
  /// The file below the folder of packages.
  public let file: String
  /// The line in the file, from 1.
  public let line: Int
  /// The line itself, as a warning shows it.
  public let text: String

  init(_ file: String, _ line: Int, _ text: String) {
    (self.file, self.line, self.text) = ("numpy/\(file).py", line, text)
  }
}
