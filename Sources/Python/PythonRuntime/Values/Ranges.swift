/// `range`.
final class RangeObject: Object {
  let start: Int
  let stop: Int
  let step: Int

  init(_ start: Int, _ stop: Int, _ step: Int) {
    (self.start, self.stop, self.step) = (start, stop, step)
  }

  var count: Int {
    if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
    return start > stop ? (start - stop - 1) / -step + 1 : 0
  }

  override var typeName: String { "range" }
  override var type: TypeObject { .range }
  override func isTrue(_ machine: Machine) -> Bool { count > 0 }
  override func length(_ machine: Machine) -> Int? { count }

  override func repr(_ machine: Machine) -> String {
    step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))"
  }

  override func iterator(_ machine: Machine) -> IteratorObject? {
    var left = count
    var number = start
    return ClosureIterator("range_iterator") { [step] _ in
      guard left > 0 else { return nil }
      left -= 1
      defer { if left > 0 { number += step } }
      return .int(number)
    }
  }

  override func contains(_ value: Value, _ machine: Machine) -> Bool? {
    guard let number = value.smallInt else { return nil }
    return (step > 0 ? start <= number && number < stop : stop < number && number <= start)
      && (number - start) % step == 0
  }

  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    guard let other: RangeObject = other.asObject() else { return nil }
    return count == other.count && (count == 0 || start == other.start)
      && (count < 2 || step == other.step)
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let slice: SliceObject = index.asObject() {
      let bounds = try slice.bounds(of: count, machine)
      // A step too wide for 64 bits takes one number, as any wide one does.
      let (wide, overflows) = step.multipliedReportingOverflow(by: bounds.step)
      let (start, stop) = (start + bounds.start * step, start + bounds.stop * step)
      let widest = (step > 0) == (bounds.step > 0) ? 1 << 62 : -(1 << 62)
      return .object(
        RangeObject(start, stop, overflows || wide.magnitude > 1 << 62 ? widest : wide))
    }
    return .int(start + step * (try machine.position(index, in: count, "range object")))
  }

  override func attribute(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "start": .int(start)
    case "stop": .int(stop)
    case "step": .int(step)
    default: nil
    }
  }
}

/// `slice`.
package final class SliceObject: Object {
  /// The first index; None where it was left out.
  package let start: Value
  /// The index behind the last; None where it was left out.
  package let stop: Value
  /// From each index to the next; None where it was left out.
  package let step: Value

  /// `slice(start, stop, step)`, which nobody looks at before it is used.
  package init(_ start: Value, _ stop: Value, _ step: Value) {
    (self.start, self.stop, self.step) = (start, stop, step)
  }

  deinit { LettingGo.hold((start, stop, step)) }

  package override var typeName: String { "slice" }
  package override var type: TypeObject { .slice }

  package override func repr(_ machine: Machine) throws(PyError) -> String {
    "slice(\(try machine.repr(start)), \(try machine.repr(stop)), \(try machine.repr(step)))"
  }

  /// Whether the step is 1, so that a part can be replaced by one of another size.
  var isPlain: Bool {
    switch step {
    case .none, .int(1): true
    default: false
    }
  }

  /// The first place, the one behind the last, and the step, for a sequence of so many items.
  func bounds(
    of count: Int, _ machine: Machine
  ) throws(PyError) -> (start: Int, stop: Int, step: Int) {
    let step = try number(step, machine) ?? 1
    if step == 0 { throw machine.error("ValueError", "slice step cannot be zero") }
    let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
    func place(_ value: Int) -> Int {
      min(max(value < 0 ? value + count : value, low), high)
    }
    let first = try number(start, machine).map(place) ?? (step > 0 ? low : high)
    let last = try number(stop, machine).map(place) ?? (step > 0 ? high : low)
    return (first, last, step)
  }

  /// The places that it takes of a sequence of so many items.
  func positions(of count: Int, _ machine: Machine) throws(PyError) -> [Int] {
    let bounds = try bounds(of: count, machine)
    let places = stride(from: bounds.start, to: bounds.stop, by: bounds.step)
    try machine.spend(memory: 3 * MemoryLayout<Int>.stride * places.underestimatedCount)
    return Array(places)
  }

  /// The part of a sequence, for a step of 1.
  func range(of count: Int, _ machine: Machine) throws(PyError) -> Range<Int> {
    let bounds = try bounds(of: count, machine)
    return bounds.start..<max(bounds.start, bounds.stop)
  }

  private func number(_ value: Value, _ machine: Machine) throws(PyError) -> Int? {
    if case .none = value { return nil }
    if let number = value.smallInt { return number }
    if let big = value.bigInt { return big < 0 ? Int.min / 2 : Int.max / 2 }
    throw machine.error(
      "TypeError", "slice indices must be integers or None or have an __index__ method")
  }
}
