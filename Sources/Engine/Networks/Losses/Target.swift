public import Memory

/// What one sample should give: a class number seen through a label form, or a row of numbers.
///
/// It is sendable since nobody writes to the row while the call that got the target runs.
public struct Target: @unchecked Sendable {
  /// The class; of a row its number or the place of its largest element. -1 where the number isn't
  /// a whole one, so that it is no class.
  public let label: Int
  /// How a class number is put before losses and metrics.
  public let form: LabelForm
  /// The row; nil for a class number. Valid while the call that got the target runs.
  public let row: Elements<Float>?

  /// A class number, from 0 to 255.
  public init(label: UInt8, form: LabelForm) {
    self.label = Int(label)
    self.form = form
    row = nil
  }

  /// A row of numbers that the caller lends for the call.
  public init(row: Elements<Float>, form: LabelForm) {
    self.row = row
    self.form = form
    let isNumber = form == .integer && row.count == 1
    label = isNumber ? Int(exactly: row[0]) ?? -1 : LargestOutput.index(in: row)
  }

  /// The class where targets are class numbers: a number alone is one, whatever form is seen.
  var number: Int {
    guard let row, row.count == 1 else { return label }
    return Int(exactly: row[0]) ?? -1
  }

  /// What a part of the outputs should give.
  func part(_ range: Range<Int>) -> Target {
    guard let row, row.count > 1 else { return self }
    return Target(row: row[range], form: form)
  }

  /// The target of one output: a row's own number, 1 or 0 for one-hot labels, or the class number.
  public func value(at column: Int) -> Float {
    if let row { return row[row.count == 1 ? 0 : column] }
    switch form {
    case .oneHot: return label == column ? 1 : 0
    case .integer: return Float(label)
    }
  }
}
