import NumPyModule
import PythonLibrary
import PythonRuntime
import KerasModule
import PythonSyntax
import Arrays
import Testing

/// Arguments that no lesson gives, for every function and class of Keras and TensorFlow.
struct `A hostile call` {
  private static let modules = [
    "keras", "keras.layers", "keras.losses", "keras.metrics", "keras.optimizers",
    "keras.optimizers.schedules", "keras.initializers", "keras.regularizers", "keras.activations",
    "keras.callbacks", "keras.utils", "keras.ops", "keras.backend",
    "keras.preprocessing.sequence", "keras.models", "tensorflow", "tensorflow.math",
    "tensorflow.nn", "tensorflow.random",
  ]

  /// Values, and functions that use what a call made.
  private static let source = """
    import numpy as np, keras
    values = [-1, 0, 1, 2, 3, 2**31, 2**63 - 1, -2**63, 2**70, 0.5, 1e30, np.nan, np.inf, True, None, '', 'same',
      'adam', [], [2**62], [1, 2, 3], [-1, 300], (2, 2), (2**40, 2**40), (-1, 2**63 - 1), [[0.2, 0.3, 0.5]],
      [[2**62, np.nan, -1]], np.zeros(0), np.zeros((0, 3)), np.zeros((3, 0)), np.ones((2, 3)), np.array([[1, 2**62]]),
      np.array([300, -1]), keras.Input((4,)), keras.Input((8, 8, 3)), keras.layers.Dense(2), 'mse', {0: 1.0}]
    def use(made):
        for x in [keras.Input((4,)), keras.Input((8, 3)), np.ones((2, 3))]:
            try: made(x)
            except Exception: pass
        for a, b in [([300, -1], [[0.5, 0.5], [0.1, 0.9]]), ([np.nan], [[1.0, 0]]), ([[0.5, 2**62]], [[0.1, 0.9]])]:
            try: made(a, b)
            except Exception: pass
            try: made.update_state(a, b)
            except Exception: pass
    [values, use]
    """

  /// Calls of each function; many more have found what these do not.
  private static let rounds = 30

  private static func machine() throws -> (machine: Machine, values: [Value], use: Value) {
    let limits = Machine.Limits(steps: 10_000_000, memory: 1 << 30, depth: 100, output: 1 << 20)
    let machine = Machine(limits: limits) { _ in }
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", name)
    })
    KerasLibrary.install(KerasSession(host), in: machine)
    let made = try Program(machine).run(try parseModule(source)) { _ in 1 }
    let parts = try machine.array(#require(made))
    return (machine, try machine.array(parts[0]), parts[1])
  }

  @Test(arguments: modules)
  func `ends with a value or an error`(module: String) throws {
    let (machine, values, use) = try Self.machine()
    let members = try #require(machine.modules[module]).members
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      let random = RandomGenerator(legacySeed: name.utf8.reduce(3) { $0 &* 31 &+ UInt32($1) })
      for _ in 0..<Self.rounds {
        let count = Int(random.bounded(4))
        let given = (0..<count).map { _ in values[Int(random.bounded(UInt64(values.count - 1)))] }
        guard let made = try? machine.call(member, Arguments(given)) else { continue }
        _ = try? machine.repr(made)
        _ = try? machine.call(use, Arguments([made]))
      }
    }
  }
}
