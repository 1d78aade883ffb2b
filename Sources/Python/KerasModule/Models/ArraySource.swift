internal import Memory
internal import Networks
internal import Arrays

/// A program's array as the engine reads it, where it lies.
struct ArraySource: SampleSource {
  let divisor: Float?
  let identity: (any Hashable & Sendable)?
  private let numbers: LentNumbers

  /// Nil for an array that has to be copied.
  init?(_ array: NumericArray) {
    guard let numbers = LentNumbers(array) else { return nil }
    self.numbers = numbers
    identity = ArrayIdentity(array)
    divisor = Self.divisor(of: numbers.form)
  }

  /// A copy in single precision, known as the array itself.
  init(copying array: NumericArray) throws(ArrayError) {
    let copy = try NumericArray(floats: array.floats(), shape: array.shape)
    guard let numbers = LentNumbers(copy) else {
      preconditionFailure("ArraySource: singles in rows are lent")
    }
    self.numbers = numbers
    identity = ArrayIdentity(array)
    divisor = nil
  }

  /// What bytes are divided by, where that is all that was done to them.
  private static func divisor(of form: LentNumbers.Form) -> Float? {
    guard case .bytes(let table) = form else { return nil }
    return [255, 1].first { divisor in table == (0..<256).map { Float($0) / divisor } }
  }

  var count: Int { numbers.count }

  var meaning: String {
    switch numbers.form {
    case .bytes(let table): "bytes as \(table)"
    case .singles: "numbers"
    case .doubles: "doubles"
    }
  }

  func bytes(_ range: Range<Int>) -> Elements<UInt8>? { numbers.bytes(range) }

  func read(_ range: Range<Int>, into row: MutableElements<Float>) {
    numbers.read(range, into: row)
  }
}
