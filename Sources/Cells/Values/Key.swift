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
    // What is unequal by an error counts as unequal: keys were hashed before without one.
    a.number == b.number && (try? a.machine.isEqual(a.value, b.value)) == true
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
