import Networks
import TestExecutors
import Testing
import Training

/// A model's engine over many calls: what the program changes in between, and what is made anew.
///
/// Numbers of Keras 3.15.1 on TensorFlow 2.21.
@Suite struct EngineTests {
  private static let model = """
    import keras, numpy as np
    x = np.arange(12, dtype='float32').reshape(6, 2) / 12
    y = np.arange(6, dtype='float32') / 6
    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    m.layers[0].set_weights([np.array([[0.5], [-0.25]], 'float32'), np.array([0.125], 'float32')])
    m.compile(keras.optimizers.SGD(0.5, momentum=0.5), 'mse')
    def numbers(): return [float(v) for w in m.get_weights() for v in w.ravel()]
    def near(found, wanted): print(bool(np.allclose(found, wanted, rtol=0, atol=2e-7)))

    """

  @Test func `a rate that a batch's end sets is the next batch's`() {
    let source = """
      class Rate(keras.callbacks.Callback):
          def on_train_batch_end(self, batch, logs=None):
              seen.append(numbers())
              if batch == 0: self.model.optimizer.learning_rate = 0.125
      seen = []
      h = m.fit(x, y, batch_size=2, shuffle=False, verbose=0, callbacks=[Rate()])
      near(seen, [[0.5017361044883728, -0.2517361044883728, 0.0833333283662796],
                  [0.529962956905365, -0.22003400325775146, 0.12503615021705627],
                  [0.6223094463348389, -0.1173904687166214, 0.24860090017318726]])
      near(h.history['loss'], 0.08140944689512253)
      near(numbers(), seen[-1])
      """
    #expect(printed(Self.model + source) == "True\nTrue\nTrue\n")
  }

  @Test(arguments: ["on_train_batch_begin(self, batch", "on_batch_end(self, batch"])
  func `weights that are set between two batches are the next batch's`(method: String) {
    let isBefore = method.contains("begin")
    let source = """
      class Weights(keras.callbacks.Callback):
          def \(method), logs=None):
              if batch == \(isBefore ? 1 : 0):
                  seen.append(numbers())
                  self.model.set_weights([np.array([[1.0], [0.5]], 'float32'), np.array([0.0], 'float32')])
              if batch == \(isBefore ? 2 : 1): seen.append(numbers())
      seen = []
      h = m.fit(x, y, batch_size=2, shuffle=False, verbose=0, callbacks=[Weights()])
      near(seen, [[0.5017361044883728, -0.2517361044883728, 0.0833333283662796],
                  [0.8932291865348816, 0.370659738779068, -0.2708333134651184]])
      near(numbers(), [0.8695324063301086, 0.3391806185245514, -0.3642216920852661])
      near(h.history['loss'], 0.02404281310737133)
      """
    #expect(printed(Self.model + source) == "True\nTrue\nTrue\n")
  }

  @Test func `single batches go on from whatever the program set`() {
    let source = """
      near([m.train_on_batch(x[i:i+2], y[i:i+2]) for i in (0, 2, 4)],
           [0.005642361007630825, 0.06647861003875732, 0.008250253275036812])
      near(numbers(), [0.730931282043457, 0.012811452150344849, 0.5075623393058777])
      m.optimizer.learning_rate = 0.0625
      m.layers[0].set_weights([np.array([[1.0], [0.5]], 'float32'), np.array([0.0], 'float32')])
      near(m.train_on_batch(x[:2], y[:2]), 0.008680557832121849)
      near(numbers(), [1.0581438541412354, 0.565397322177887, 0.08704216778278351])
      near(m.evaluate(x, y, verbose=0), 0.1867106407880783)
      near(m.predict(x[:2], verbose=0).ravel(), [0.13415861129760742, 0.404748797416687])
      """
    #expect(printed(Self.model + source) == String(repeating: "True\n", count: 6))
  }

  /// The counts of a program that calls the engine again and again.
  private static func counts(_ source: String) -> CountedExecutors.Counts {
    let executors = CountedExecutors()
    #expect(printed(model + source, executors: executors) == "")
    return executors.counts
  }

  @Test func `one executor serves all calls of an unchanged model`() {
    let batches = Self.counts("for i in range(300): m.train_on_batch(x[:2], y[:2])")
    #expect((batches.made, batches.trained) == (1, 300))
    // At the end of the run a model that is still there takes its weights back.
    #expect(batches.weightsTaken == 0 && batches.weightsGiven <= 1)
    let fits = Self.counts("for i in range(5): m.fit(x, y, epochs=20, batch_size=2, verbose=0);")
    #expect((fits.made, fits.trained, fits.weightsTaken) == (1, 300, 0))
    let mixed = Self.counts(
      """
      for i in range(50):
          m.train_on_batch(x, y)
          p = m.predict(x, verbose=0)
          e = m.evaluate(x, y, verbose=0)
          t = m.test_on_batch(x, y)
      """)
    #expect((mixed.made, mixed.trained, mixed.predicted, mixed.evaluated) == (2, 50, 50, 100))
    // Predicting has an executor of its own, which is told what the other trained.
    #expect((mixed.weightsTaken, mixed.weightsGiven) == (49, 50))
    let many = Self.counts("h = m.fit(x, y, epochs=1000, verbose=0)")
    #expect((many.made, many.trained, many.weightsTaken) == (1, 1000, 0))
  }

  @Test func `layers that two models share are in both what one of them trained`() {
    let source = """
      n = keras.Sequential([keras.Input((2,)), m.layers[0], keras.layers.Dense(1, use_bias=False)])
      n.layers[1].set_weights([np.array([[2.0]], 'float32')])
      n.compile('sgd', 'mse')
      for turn in range(3):
          m.train_on_batch(x, y)
          near(n.predict(x, verbose=0), m.predict(x, verbose=0) * n.get_weights()[2])
          n.train_on_batch(x, y)
          near(n.predict(x, verbose=0), m.predict(x, verbose=0) * n.get_weights()[2])
      def inner():
          o = keras.Sequential([keras.Input((2,)), m.layers[0]])
          o.compile(keras.optimizers.SGD(0.0), 'mse')
          o.layers[0].set_weights([np.array([[3.0], [1.0]], 'float32'), np.array([0.5], 'float32')])
          o.train_on_batch(x, y)
      inner()
      near(numbers(), [3, 1, 0.5])
      """
    #expect(printed(Self.model + source) == String(repeating: "True\n", count: 7))
  }

  @Test func `a model that grew or was compiled anew has an engine of its own`() {
    let source = """
      m.fit(x, y, verbose=0);
      m.add(keras.layers.Dense(1))
      try:
          m.fit(x, y, verbose=0)
      except ValueError as error:
          print(error)
      m.compile('sgd', 'mse')
      m.fit(x, y, verbose=0);
      print(len(m.get_weights()), m.predict(x, verbose=0).shape)
      """
    #expect(
      printed(Self.model + source) == """
        Unknown variable: <Variable path=sequential/dense_1/kernel, shape=(1, 1), dtype=float32>. This optimizer can only be called for the variables it was originally built with. When working with a new set of variables, you should recreate a new optimizer instance.
        4 (6, 1)

        """)
  }
}
