internal import NumPyModule
internal import PythonRuntime

/// A value of a cell that is one number: an int, a float, a scalar of NumPy's, or an array or tensor
/// without dimensions.
struct CellNumber {
  let value: Double
  let isWhole: Bool

  /// Nil for every other value, true and false too; also for whole numbers that a double doesn't hold,
  /// whose digits would be others.
  init?(_ value: Value, _ machine: Machine) {
    switch value.number(machine) {
    case .int(let number):
      guard let double = Double(exactly: number) else { return nil }
      (self.value, isWhole) = (double, true)
    case .float(let number): (self.value, isWhole) = (number, false)
    default: return nil
    }
  }
}
