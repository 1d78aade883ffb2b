/// A value as a key of a dictionary or set: equal numbers are one key, whatever their type.
struct Key: Hashable {
  let value: Value
  let number: Int
  private let machine: Machine

  init(_ value: Value, number: Int, _ machine: Machine) {
    self.value = value
    self.number = number
    self.machine = machine
  }

  static func == (a: Key, b: Key) -> Bool {
    guard a.number == b.number else { return false }
    do throws(PyError) {
      return try a.machine.isEqual(a.value, b.value)
    } catch {
      // Whoever looked for the key throws it.
      a.machine.keyFailure = error
      return false
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

extension Machine {
  /// The value as a key.
  func key(_ value: Value) throws(PyError) -> Key {
    var hasher = Hasher()
    switch value {
    case .unset, .none: hasher.combine(0x4E)
    case .bool(let value): hasher.combine(Double(value ? 1 : 0))
    case .int(let number):
      // Equal floats and integers must meet; integers that no float equals need not.
      if let double = Double(exactly: number) {
        hasher.combine(double)
      } else {
        hasher.combine(number)
      }
    case .big(let box): hasher.combine(box.value)
    case .float(let number): hasher.combine(number)
    case .string(let text): hasher.combine(text)
    case .object(let object):
      if let number = object.plainNumber { return Key(value, number: try key(number).number, self) }
      guard let number = try object.hashNumber(self) else {
        throw error("TypeError", "unhashable type: '\(object.typeName)'")
      }
      hasher.combine(number)
    }
    return Key(value, number: hasher.finalize(), self)
  }
}
