import NumPyModule
import PythonLibrary
import PythonRuntime
import Foundation
import KerasModule
import PythonSyntax
import Testing
import TestSupport

struct `A machine that ends` {
  /// Variables, modules and classes refer to each other, and some of them to the machine.
  @Test func `leaves nothing behind`() throws {
    weak var left: Machine?
    try {
      let machine = Machine { _ in }
      StandardModules.install(in: machine)
      NumPyLibrary.install(in: machine)
      let host = KerasSession.Host(
        dataset: { name throws(HostFailure) in throw HostFailure("FileNotFoundError", name) })
      KerasLibrary.install(KerasSession(host), in: machine)
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

  /// Models, layers, tensors, callbacks and what `fit` keeps refer to each other.
  private static let program = """
    import numpy as np, keras
    from keras import layers
    class Watch(keras.callbacks.Callback):
        def __init__(self):
            super().__init__()
            self.all = [self]
        def on_epoch_end(self, epoch, logs=None):
            self.all.append(self.model)
    x, y = np.zeros((8, 4)), np.zeros((8, 2))
    a = keras.Input((4,))
    inner = keras.Model(a, layers.Dense(3)(a))
    b = keras.Input((4,))
    outer = keras.Model(b, layers.Dense(2)(inner(b)))
    outer.compile('adam', 'mse', metrics=['mae'])
    history = outer.fit(x, y, epochs=2, verbose=0, validation_data=(x, y), callbacks=[
        Watch(), keras.callbacks.EarlyStopping(monitor='loss', restore_best_weights=True),
        keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: outer)])
    plain = keras.Sequential([keras.Input((4,)), layers.Dense(2), layers.Lambda(lambda t: outer and t)])
    plain.save('a.keras')
    loaded = keras.models.load_model('a.keras')
    keras.layers.Dense.all = plain.layers
    keras.utils.plot_model(plain, 'a.png')
    plain.layers[0].trainable = False
    """

  private struct Weak { weak var object: Object? }

  private static func objects(of source: String) -> [Weak] {
    let machine = Machine { _ in }
    machine.collecting {
      StandardModules.install(in: machine)
      NumPyLibrary.install(in: machine)
      let host = KerasSession.Host(
        dataset: { name throws(HostFailure) in throw HostFailure("FileNotFoundError", name) })
      KerasLibrary.install(KerasSession(host), in: machine)
    }
    let program = Program(machine)
    for cell in source.components(separatedBy: "\n# %%\n") {
      guard let module = try? parseModule(cell) else { continue }
      do { _ = try program.run(module) { _ in 1 } } catch {}
    }
    let made = machine.made.map { Weak(object: $0) }
    machine.end()
    return made
  }

  /// Some are made once for the process by whatever run needs them first: a second run makes none of those.
  @Test func `leaves no object of any program behind`() {
    var left: [String: [String]] = [:]
    for source in [Self.program] + RecordedProgram.jupyter.map(\.source) {
      func names() -> [String] { Self.objects(of: source).compactMap { $0.object?.typeName } }
      if !names().isEmpty { left[source] = names() }
    }
    #expect(left.filter { !$0.value.isEmpty } == [:])
  }

  @Test func `is tried with a program that runs to its end`() throws {
    #expect(RecordedProgram(source: Self.program, output: "").shown == "")
  }
}
