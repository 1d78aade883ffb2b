import NumPy
import Arrays
import Testing

/// Arguments that no lesson gives, drawn by a generator of their own for each function.
struct HostileArguments {
  private let random: RandomGenerator

  init(for name: String, salt: UInt32) {
    random = RandomGenerator(legacySeed: name.utf8.reduce(salt) { $0 &* 31 &+ UInt32($1) })
  }

  func next() throws -> NumPyValue {
    let choices: [() throws -> NumPyValue] = [
      { .none }, { .int(0) }, { .int(-1) }, { .int(2) }, { .int(.max) }, { .int(.min) },
      { .int(1 << 40) }, { .float(.nan) }, { .float(-0.5) }, { .float(1e300) }, { .bool(true) },
      { .string("float32") }, { .string("x") }, { .list([]) }, { .list([.int(1), .float(2)]) },
      { .list([.list([.int(1)]), .list([])]) }, { .tuple([.int(2), .int(3)]) },
      { .tuple([.int(.max), .int(.max)]) }, { .ellipsis }, { .dtype(.int8) }, { .type(.float32) },
      { .array(try NumericArray(zeros: [0, 3])) },
      { .array(try NumericArray(integers: [3, 1, 2, 9, -4, 0], shape: [2, 3])) },
      { .array(try NumericArray(reals: [.nan, .infinity, 0.5], dtype: .float32)) },
      { .array(try NumericArray(integers: [1, 0, 1], dtype: .bool)) },
      { .array(try NumericArray(integers: [.min, .max])) },
      { .array(try NumericArray(reals: Array(repeating: 1e300, count: 8), shape: [2, 2, 2])) },
      { .scalar(NumericArray(scalar: .int(7), dtype: .uint8)) },
      { .texts(try TextArray(["b", "a", "b"])) }, { .list([.string("x"), .string("")]) },
    ]
    return try choices[Int(random.bounded(UInt64(choices.count - 1)))]()
  }

  func list(upTo most: Int) throws -> [NumPyValue] {
    let count = Int(random.bounded(UInt64(most)))
    return try (0..<count).map { _ in try next() }
  }
}

struct HostileCallTests {
  /// Calls of each function; thousands take a minute and have found what this many do not.
  static let rounds = 40

  @Test(arguments: NumPyCatalog.functions.keys.sorted())
  func `no arguments make a function crash`(_ name: String) throws {
    let arguments = HostileArguments(for: name, salt: 7)
    let session = NumPySession()
    for _ in 0..<Self.rounds {
      let given = try arguments.list(upTo: 4)
      if let value = try? session.call(name, given) { _ = NumPyText.repr(value) }
    }
  }

  /// Arrays without elements, of all shapes and of views whose axes lie somewhere.
  private static func empties() throws -> [NumericArray] {
    let shapes = [[0], [0, 3], [3, 0], [9, 2, 0], [2, 0, 4], [0, 0]]
    let session = NumPySession()
    return try shapes.flatMap { shape in
      let made = try NumericArray(zeros: shape, dtype: .uint8)
      let moved = try session.call(
        "reshape",
        [.array(try NumericArray(integers: [], dtype: .int64)), .tuple(shape.map { .int($0) })])
      let cut = try session.item(
        of: try NumericArray(zeros: shape.map { $0 + 2 }),
        at: .tuple(
          shape.map { _ in
            .slice(start: 2, stop: nil, step: nil)
          }))
      return [.array(made), moved, cut].compactMap { value in
        if case .array(let array) = value { array } else { nil }
      }
    }
  }

  @Test(arguments: NumPyCatalog.functions.keys.sorted())
  func `no empty arrays make a function crash`(_ name: String) throws {
    let session = NumPySession()
    for array in try Self.empties() {
      let a = NumPyValue.array(array)
      let calls: [[NumPyValue]] = [
        [a], [a, a], [a, .int(2)], [.list([a, a])], [a, .list([.int(0), .int(1)])], [a, a, a],
        [a, .int(1), .int(1)], [a, .int(0), .int(-1)], [a, .list([]), .int(0)],
        [a, .list([]), .int(1)], [a, .int(2), .int(1)], [a, .int(2), .int(2)],
      ]
      for given in calls {
        if let value = try? session.call(name, given) { _ = NumPyText.repr(value) }
      }
    }
  }

  @Test func `no empty arrays make a method or an index crash`() throws {
    let session = NumPySession()
    let given: [[NumPyValue]] = [
      [], [.int(0)], [.int(1)], [.int(2), .int(1)], [.list([]), .int(0)], [.list([]), .int(1)],
    ]
    for array in try Self.empties() {
      for name in NumPyCatalog.methods.keys.sorted() {
        for arguments in given {
          if let value = try? session.call(method: name, of: array, arguments) {
            _ = NumPyText.str(value)
          }
        }
      }
      let mask = NumPyValue.array(try NumericArray(zeros: array.shape, dtype: .bool))
      for place in [mask, .list([]), .list([.int(0)]), .ellipsis, .int(0)] {
        _ = try? session.item(of: array, at: place)
        _ = try? session.assign(.int(1), to: array, at: place)
        _ = try? session.assign(.array(array), to: array, at: place)
      }
    }
  }

  @Test(arguments: NumPyCatalog.methods.keys.sorted())
  func `no arguments make a method crash`(_ name: String) throws {
    let arguments = HostileArguments(for: name, salt: 9)
    let session = NumPySession()
    for _ in 0..<Self.rounds {
      let (owner, given) = (try arguments.next(), try arguments.list(upTo: 3))
      if case .texts(let texts) = owner {
        _ = try? session.call(method: name, of: texts, given)
      }
      guard case .array(let array) = owner else { continue }
      if let value = try? session.call(method: name, of: array, given) {
        _ = NumPyText.str(value)
      }
    }
  }

  @Test(arguments: ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "==", "<"])
  func `no operands make an operator crash`(_ symbol: String) throws {
    let arguments = HostileArguments(for: symbol, salt: 11)
    let session = NumPySession()
    for _ in 0..<(4 * Self.rounds) {
      let (one, two) = (try arguments.next(), try arguments.next())
      _ = try? session.binary(symbol, one, two)
      _ = try? session.inPlace(symbol, one, two)
      if case .texts(let texts) = one { _ = try? session.item(of: texts, at: two) }
      guard case .array(let array) = one else { continue }
      _ = try? session.item(of: array, at: two)
      _ = try? session.assign(arguments.next(), to: array, at: two)
    }
  }
}
