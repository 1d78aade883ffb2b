internal import PythonRuntime

/// Runs a pattern's instructions over a text, with the program's limits on steps.
///
/// It goes back as Python's `re` does: the first way that fits is the match.
final class PatternMatcher {
  private let program: PatternProgram
  private let text: [Unicode.Scalar]
  private let end: Int
  private let machine: Machine
  /// Where groups and loops began and ended; -1 for nowhere.
  private(set) var slots: [Int]
  /// What to try next: an instruction and a place, or a slot to put back.
  private var choices: [(target: Int, value: Int)] = []

  /// The most choices that are kept at once.
  private static let limit = 8 << 20

  init(_ program: PatternProgram, _ text: [Unicode.Scalar], end: Int, _ machine: Machine) {
    (self.program, self.text, self.end, self.machine) = (program, text, end, machine)
    slots = []
  }

  /// How a match may end.
  struct Ending {
    /// It must reach the end of the text.
    var isFull = false
    /// It must take at least one character.
    var isLong = false
  }

  /// The end of a match that begins at a place; groups are in `slots`.
  func match(at start: Int, _ ending: Ending) throws(PyError) -> Int? {
    slots = [Int](repeating: -1, count: program.slotCount)
    choices.removeAll(keepingCapacity: true)
    let found = try run(0, start) { [end] in
      (!ending.isFull || $0 == end) && (!ending.isLong || $0 > start)
    }
    if let found { (slots[0], slots[1]) = (start, found) }
    return found
  }

  /// The first match at or behind a place.
  func search(from start: Int, mustAdvance: Bool = false) throws(PyError) -> Int? {
    guard start <= end else { return nil }
    for place in start...end {
      try machine.step()
      let ending = Ending(isLong: mustAdvance && place == start)
      if let found = try match(at: place, ending) { return found }
    }
    return nil
  }

  private func run(
    _ first: Int, _ start: Int, _ accepts: (Int) -> Bool
  ) throws(PyError) -> Int? {
    let base = choices.count
    var (next, place) = (first, start)
    while true {
      try machine.step()
      var holds = true
      switch program.instructions[next] {
      case .accept:
        if accepts(place) {
          dropChoices(to: base)
          return place
        }
        holds = false
      case .split(let one, let two):
        try keep(two, place)
        next = one - 1
      case .jump(let target): next = target - 1
      case .save(let slot):
        try keep(-1 - slot, slots[slot])
        slots[slot] = place
      case .turn(let slot, let exit): if slots[slot] == place { next = exit - 1 }
      case .look(let end, let width, let isNegated):
        holds = try looks(next + 1, place - (width ?? 0), width == nil ? nil : place) != isNegated
        next = end - 1
      case .atomic(let end):
        if let found = try run(next + 1, place, { _ in true }) {
          (next, place) = (end - 1, found)
        } else {
          holds = false
        }
      case let simple: holds = takes(simple, &place)
      }
      if holds {
        next += 1
      } else {
        guard let choice = goBack(to: base) else { return nil }
        (next, place) = choice
      }
    }
  }

  private func looks(_ first: Int, _ start: Int, _ end: Int?) throws(PyError) -> Bool {
    guard start >= 0 else { return false }
    return try run(first, start) { end == nil || $0 == end } != nil
  }

  /// Choices inside of what is decided are forgotten; what slots were stays known.
  private func dropChoices(to base: Int) {
    let kept = choices[base...].filter { $0.target < 0 }
    choices.replaceSubrange(base..., with: kept)
  }

  private func keep(_ target: Int, _ value: Int) throws(PyError) {
    guard choices.count < Self.limit else {
      throw machine.error("MemoryError", "the pattern goes back too often")
    }
    choices.append((target, value))
  }

  private func goBack(to base: Int) -> (Int, Int)? {
    while choices.count > base, let choice = choices.popLast() {
      if choice.target >= 0 { return (choice.target, choice.value) }
      slots[-1 - choice.target] = choice.value
    }
    return nil
  }

  /// An instruction that takes what stands at the place, or only looks at it.
  private func takes(_ instruction: PatternProgram.Instruction, _ place: inout Int) -> Bool {
    switch instruction {
    case .test(let test):
      guard place < end, test.holds(text[place]) else { return false }
      place += 1
      return true
    case .any(let takesNewlines):
      guard place < end, takesNewlines || text[place] != "\n" else { return false }
      place += 1
      return true
    case .place(let kind, let isASCII): return isAt(kind, place, isASCII)
    case .reference(let number, let ignoresCase):
      let (from, to) = (slots[2 * number], slots[2 * number + 1])
      guard from >= 0, to >= from, place + (to - from) <= end else { return false }
      for step in 0..<(to - from) {
        let (one, two) = (text[from + step], text[place + step])
        guard one == two || (ignoresCase && one.lowered == two.lowered) else { return false }
      }
      place += to - from
      return true
    default: return false
    }
  }

  private func isAt(_ kind: PatternNode.Place, _ place: Int, _ isASCII: Bool) -> Bool {
    switch kind {
    case .start: return place == 0
    case .lineStart: return place == 0 || text[place - 1] == "\n"
    case .textEnd: return place == end
    case .end: return place == end || (place == end - 1 && text[place] == "\n")
    case .lineEnd: return place == end || text[place] == "\n"
    case .boundary, .noBoundary:
      // CPython 3.12 finds neither in an empty text.
      if end == 0 { return false }
      let word = ScalarTest.Category(kind: .word, isASCII: isASCII)
      let before = place > 0 && word.holds(text[place - 1])
      let behind = place < end && word.holds(text[place])
      return (before != behind) == (kind == .boundary)
    }
  }
}
