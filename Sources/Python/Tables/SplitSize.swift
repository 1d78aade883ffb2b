internal import PythonRuntime

/// `test_size` or `train_size`: a number of samples, or a share of them.
struct SplitSize {
  private enum Amount {
    case samples(Int)
    case share(Double, of: Int)
  }

  private let amount: Amount
  /// As the program wrote it.
  let text: String

  /// What a call was given under a name; nil where it was given none.
  init?(_ name: String, _ count: Int, _ call: Call) throws(PyError) {
    guard let value = call.given(name) else { return nil }
    text = try call.machine.repr(value)
    switch value.plain {
    case .int(let number) where number >= 1:
      guard number < count else { throw Self.tooLarge(name, text, count, call) }
      amount = .samples(number)
    case .float(let share) where share > 0 && share < 1: amount = .share(share, of: count)
    default:
      throw call.error(
        "InvalidParameterError",
        "The '\(name)' parameter of \(call.name) must be a float in the range (0.0, 1.0), an int in the range [1, inf) or None. Got \(text) instead."
      )
    }
  }

  private static func tooLarge(
    _ name: String, _ text: String, _ count: Int, _ call: Call
  ) -> PyError {
    call.error(
      "ValueError",
      "\(name)=\(text) should be either positive and smaller than the number of samples \(count) or a float in the (0, 1) range"
    )
  }

  /// How many samples it is.
  func rounded(_ rule: FloatingPointRoundingRule) -> Int {
    switch amount {
    case .samples(let number): number
    case .share(let share, let count): Int((share * Double(count)).rounded(rule))
    }
  }

  /// Refuses two sizes that are more than there is.
  static func checkSum(
    _ test: SplitSize, _ train: SplitSize, _ count: Int, _ call: Call
  ) throws(PyError) {
    if case (.share(let first, _), .share(let second, _)) = (test.amount, train.amount),
      first + second > 1
    {
      throw call.error(
        "ValueError",
        "The sum of test_size and train_size = \(try call.machine.repr(.float(train.share + test.share))), should be in the (0, 1) range. Reduce test_size and/or train_size."
      )
    }
    let sum = train.rounded(.down) + test.rounded(.up)
    guard sum <= count else {
      throw call.error(
        "ValueError",
        "The sum of train_size and test_size = \(sum), should be smaller than the number of samples \(count). Reduce test_size and/or train_size."
      )
    }
  }

  private var share: Double {
    if case .share(let share, _) = amount { share } else { 0 }
  }
}
