import ArrayCells
import Cells
import KerasCells
import KerasNotation
import Testing

struct `A machine that ends` {
  /// Variables, modules and classes refer to each other, and some of them to the machine.
  @Test func `leaves nothing behind`() throws {
    weak var left: Machine?
    try {
      let machine = Machine { _ in }
      StandardModules.install(in: machine)
      NumPyCells.install(in: machine)
      let host = KerasSession.Host(
        dataset: { name throws(HostFailure) in throw HostFailure("FileNotFoundError", name) })
      KerasCells.install(KerasSession(host), in: machine)
      let source = """
        import numpy as np, keras, tensorflow as tf
        class A:
            def f(self): return A
        def g(): return g
        a = [A(), g, np.ones(2), keras.layers.Dense(1), tf.constant(1)]
        a.append(a)
        """
      _ = try Program(machine).run(try parseModule(source)) { $0 }
      left = machine
      #expect(left != nil)
      machine.end()
    }()
    #expect(left == nil)
  }
}
