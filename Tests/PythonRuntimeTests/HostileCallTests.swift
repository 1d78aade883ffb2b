import PythonLibrary
import PythonSyntax
import Testing
import TestSupport

@testable import PythonRuntime

/// Arguments that no lesson gives, for every function and class of Python and of its modules, and for
/// every method of the classes, bound and unbound.
struct `A hostile call of Python's own` {
  private static let source = """
    from collections import Counter, deque
    class K:
        def __init__(self, v=0): self.v = v
        def __iter__(self): return iter([self.v])
        def __len__(self): return 3
        def __getitem__(self, i): raise IndexError(i)
    def f(*a, **k): return a
    [[], [1, 'a', None], (), (2, 1), {}, {'a': [1]}, set(), {1, 2}, '', 'texto', '%d {} {0[a]}', 0, -1, 2, 2**31, 2**70,
     0.5, -0.0, 1e300, float('nan'), float('inf'), True, None, K(), K(2), K, f, len, str, int, slice(1), slice(None, -1, 0),
     range(5), range(0), iter([1]), (x for x in 'ab'), ValueError('v'), ValueError, frozenset([1]), ..., lambda x: x, deque([1, 2], 5), Counter('aab')]
    """

  /// Calls of each function; many more have found what these do not.
  private static let rounds = 25

  private static func machine() throws -> (machine: Machine, values: [Value]) {
    let limits = Machine.Limits(steps: 10_000_000, memory: 1 << 28, depth: 100, output: 1 << 20)
    let machine = Machine(limits: limits) { _ in }
    StandardModules.install(in: machine)
    let made = try Program(machine).run(try parseModule(source)) { _ in 1 }
    return (machine, try machine.array(#require(made)))
  }

  /// Every value that can be called, under a name of its own.
  private static func callables(_ machine: Machine) -> [(name: String, value: Value)] {
    var found: [(String, Value)] = machine.builtins.map { ($0.key, $0.value) }
    for (name, module) in machine.modules {
      found += module.members.map { ("\(name).\($0.key)", $0.value) }
    }
    for (name, value) in found {
      guard let type = value.asObject(TypeObject.self) else { continue }
      found += type.members.map { ("\(name).\($0.key)", $0.value) }
    }
    return found.sorted { $0.0 < $1.0 }
  }

  /// Methods work on values of one type, which only one in many of the values is.
  @Test func `ends with a value or an error for every receiver`() throws {
    let (machine, values) = try Self.machine()
    for (number, (_, value)) in Self.callables(machine).enumerated() {
      var random = SplitMix(seed: UInt64(number))
      for first in values {
        for count in 0...3 {
          let rest = (0..<count).map { _ in values[Int(random.next() % UInt64(values.count))] }
          guard let made = try? machine.call(value, Arguments([first] + rest)) else { continue }
          _ = try? machine.repr(made)
        }
      }
    }
  }

  @Test func `ends with a value or an error`() throws {
    let (machine, values) = try Self.machine()
    let callables = Self.callables(machine)
    #expect(callables.count > 300)
    for (number, (_, value)) in callables.enumerated() {
      var random = SplitMix(seed: UInt64(number))
      for round in 0..<Self.rounds {
        let count = round < 5 ? round : Int(random.next() % 5)
        let given = (0..<count).map { _ in values[Int(random.next() % UInt64(values.count))] }
        guard let made = try? machine.call(value, Arguments(given)) else { continue }
        _ = try? machine.repr(made)
      }
    }
  }
}
