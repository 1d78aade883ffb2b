internal import PythonRuntime
internal import Twister

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `random`: CPython's numbers for equal seeds; without a seed it starts from 0, so that a run can be
/// repeated.
enum RandomModule {
  private final class Source {
    var generator = MersenneTwister(words: [0])
    var spare: Double?
  }

  static func members() -> [String: Value] {
    let source = Source()
    return PythonRuntime.members(numbers(source) + choices(source))
  }

  private static func numbers(_ source: Source) -> [BuiltinFunction] {
    [
      BuiltinFunction("seed", "a=None, version=2") { call throws(PyError) in
        source.spare = nil
        guard let number = try call.int("a") else {
          source.generator = MersenneTwister(words: [0])
          return .none
        }
        let size = number.magnitude
        source.generator = MersenneTwister(
          words: size >> 32 == 0
            ? [UInt32(size)] : [UInt32(truncatingIfNeeded: size), UInt32(size >> 32)])
        return .none
      },
      BuiltinFunction("random", "") { _ in .float(source.generator.unit()) },
      BuiltinFunction("uniform", "a, b") { call throws(PyError) in
        let (a, b) = (try call.double("a", or: 0), try call.double("b", or: 1))
        return .float(a + (b - a) * source.generator.unit())
      },
      BuiltinFunction("randint", "a, b") { call throws(PyError) in
        let (a, b) = (try call.int("a", or: 0), try call.int("b", or: 0))
        guard a <= b else {
          throw call.error("ValueError", "empty range in randrange(\(a), \(b + 1))")
        }
        return .int(a &+ source.generator.below(try size(from: a, through: b, by: 1, call)))
      },
      BuiltinFunction("randrange", "start, stop=None, step=1") { call throws(PyError) in
        var (low, high) = (0, try call.int("start", or: 0))
        if let stop = try call.int("stop") { (low, high) = (high, stop) }
        let step = try call.int("step", or: 1)
        guard step > 0, low < high else {
          throw call.error("ValueError", "empty range in randrange(\(low), \(high))")
        }
        let count = try size(from: low, through: high - 1, by: step, call)
        return .int(low &+ step &* source.generator.below(count))
      },
      BuiltinFunction("gauss", "mu=0.0, sigma=1.0") { call throws(PyError) in
        let (mean, deviation) = (try call.double("mu", or: 0), try call.double("sigma", or: 1))
        if let spare = source.spare {
          source.spare = nil
          return .float(mean + spare * deviation)
        }
        let angle = source.generator.unit() * 2 * Double.pi
        let radius = (-2 * log(1 - source.generator.unit())).squareRoot()
        source.spare = sin(angle) * radius
        return .float(mean + cos(angle) * radius * deviation)
      },
      BuiltinFunction("getrandbits", "k") { call throws(PyError) in
        let count = try call.int("k", or: 0)
        guard (0...63).contains(count) else {
          throw call.error("ValueError", "number of bits must be from 0 to 63 here")
        }
        return .int(Int(source.generator.bits(count)))
      },
    ]
  }

  /// How many numbers a range has, which must be an `Int`.
  private static func size(
    from low: Int, through high: Int, by step: Int, _ call: Call
  ) throws(PyError) -> Int {
    let span = UInt(bitPattern: high &- low) / UInt(step)
    guard span < Int.max else {
      throw call.error(
        "NotImplementedError", "ranges of 2**63 numbers and more are not supported by Caderno")
    }
    return Int(span) + 1
  }

  private static func choices(_ source: Source) -> [BuiltinFunction] {
    [
      BuiltinFunction("choice", "seq") { call throws(PyError) in
        let count = try call.machine.length(call.required("seq"))
        guard count > 0 else {
          throw call.error("IndexError", "Cannot choose from an empty sequence")
        }
        return try call.machine.item(call.required("seq"), .int(source.generator.below(count)))
      },
      BuiltinFunction("choices", "population, weights=None, *, k=1") { call throws(PyError) in
        if let weights = call.given("weights") { throw call.unsupported("weights", weights) }
        let items = try call.machine.array(call.required("population"))
        guard !items.isEmpty else { throw call.error("IndexError", "list index out of range") }
        let count = try call.int("k", or: 1)
        try call.machine.spend(items: max(count, 0), growingTo: max(count, 0))
        return .object(
          ListObject(
            (0..<max(count, 0)).map { _ in
              items[Int(source.generator.unit() * Double(items.count))]
            }))
      },
      BuiltinFunction("shuffle", "x") { call throws(PyError) in
        guard let list: ListObject = call.required("x").asObject() else {
          throw call.error("TypeError", "only lists can be shuffled here")
        }
        for i in stride(from: list.items.count - 1, to: 0, by: -1) {
          list.items.swapAt(i, source.generator.below(i + 1))
        }
        return .none
      },
      BuiltinFunction("sample", "population, k") { call throws(PyError) in
        let items = try call.machine.array(call.required("population"))
        let count = try call.int("k", or: 0)
        guard (0...items.count).contains(count) else {
          throw call.error("ValueError", "Sample larger than population or is negative")
        }
        return .object(ListObject(sample(items, count, source)))
      },
    ]
  }

  /// CPython draws from a pool for large samples of small populations, else until all differ.
  private static func sample(_ items: [Value], _ count: Int, _ source: Source) -> [Value] {
    var setSize = 21
    if count > 5 { setSize += Int(pow(4, ceil(log(Double(count * 3)) / log(4)))) }
    if items.count <= setSize {
      var pool = items
      return (0..<count).map { i in
        let j = source.generator.below(items.count - i)
        defer { pool[j] = pool[items.count - i - 1] }
        return pool[j]
      }
    }
    var seen = Set<Int>()
    return (0..<count).map { _ in
      var j = source.generator.below(items.count)
      while !seen.insert(j).inserted { j = source.generator.below(items.count) }
      return items[j]
    }
  }
}
