internal import Arrays

/// What a program wants done about arithmetic that goes wrong, as `np.seterr` sets it.
package struct ErrorModes: Sendable {
  /// What is done about one kind of error, by the words that `np.seterr` takes.
  package enum Mode: String, Sendable {
    case ignore, warn, `raise`, call, `print`, log
  }

  /// What can go wrong, in NumPy's order.
  package enum Kind: String, CaseIterable, Sendable {
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
  package init() {}

  /// What is done about a kind of error.
  package subscript(kind: Kind) -> Mode {
    get { modes[kind] ?? .warn }
    set {
      modes[kind] = newValue
      if newValue == .ignore { watched.remove(kind.error) } else { watched.insert(kind.error) }
    }
  }
}

/// What is to be said of arithmetic that went wrong.
package struct ArithmeticNote {
  /// What is to be done: anything but `ignore`.
  package let mode: ErrorModes.Mode
  /// What went wrong without the function, such as `divide by zero`, and NumPy's bits of all that did.
  package let kind: (words: String, number: Int)
  /// The whole text, such as `divide by zero encountered in log`.
  package let text: String
  /// Where in NumPy's own Python it went wrong; nil for the program's line.
  package let place: SourceOfNumPy?
}

/// A line of NumPy's own Python that warnings name.
package struct SourceOfNumPy: Sendable {
  /// The file below the folder of packages.
  package let file: String
  /// The line in the file, from 1.
  package let line: Int
  /// The line itself, as a warning shows it.
  package let text: String

  init(_ file: String, _ line: Int, _ text: String) {
    (self.file, self.line, self.text) = ("numpy/\(file).py", line, text)
  }
}
