import KerasModule
import Testing
import Training

/// What a fit reads of a program's arrays.
@Suite struct FitDataTests {
  private static let model = """
    import keras, numpy as np
    x = np.arange(70000).reshape(700, 100) / 70000
    b = (np.arange(70000) % 251).reshape(700, 100).astype('uint8')
    y = np.arange(700) % 3
    m = keras.Sequential([keras.Input((100,)), keras.layers.Dense(3, activation='softmax')])
    m.compile('adam', 'sparse_categorical_crossentropy')

    """

  /// The bytes that are digested of a program's data.
  private static func digested(_ source: String) throws -> Int {
    let digests = SampleDigests()
    #expect(printed(model + source, store: MemoryStore(), digests: digests) == "")
    return digests.bytesDigested
  }

  @Test func `is digested once a run, and anew where somebody wrote to it`() throws {
    // Doubles, and a byte for each label.
    #expect(try Self.digested("for i in range(9): m.fit(x, y, verbose=0)") == 8 * 70_000 + 700)
    #expect(
      try Self.digested("for i in range(9): m.fit(b / 255, y, verbose=0)") == 9 * (70_000 + 700))
    // Both parts are so small that they count as numbers.
    #expect(
      try Self.digested(
        """
        s = b.astype('float32') / 255
        for i in range(4): m.fit(s, y, validation_split=0.25, verbose=0)
        """) == 4 * 70_000 + 700)
    #expect(
      try Self.digested(
        """
        for i in range(3):
            m.fit(x, y, verbose=0)
            x[0, 0] += 1
            m.fit(x, y, verbose=0)
        """) == 4 * (8 * 70_000 + 700))
  }

  /// The numbers that are copied of a program's data.
  private static func copied(_ source: String) -> Int {
    let memory = SampleMemory()
    #expect(printed(model + source, memory: memory) == "")
    return memory.numbersCopied
  }

  @Test func `is copied once a run where it can't be lent, and anew where somebody wrote to it`() {
    let fits = "for i in range(5): m.fit(x, y, epochs=2, verbose=0)\n"
    #expect(Self.copied(fits) == 700)
    let uses = "e = m.evaluate(x, y, verbose=0)\np = m.predict(x, verbose=0)\n"
    #expect(Self.copied(fits + uses) == 700)
    #expect(Self.copied(fits + "y[0] = 2\n" + fits) == 2 * 700)
    // Whole numbers aren't lent, nor are columns.
    #expect(Self.copied("x = (x * 70000).astype('int64')\n" + fits) == 70_000 + 700)
    #expect(
      Self.copied(
        """
        x = np.zeros((700, 200))[:, ::2]
        for i in range(5): m.fit(x, y, verbose=0)
        """) == 70_000 + 700)
  }

  private static let several = """
    a, b = keras.Input((100,)), keras.Input((2, 3))
    joined = keras.layers.Concatenate()([a, keras.layers.Flatten()(b)])
    one, two = keras.layers.Dense(3)(joined), keras.layers.Dense(1)(joined)
    m = keras.Model([a, b], [one, two])
    m.compile('sgd', 'mse')
    u = np.arange(4200).reshape(700, 2, 3) / 4200
    v, w = np.arange(2100).reshape(700, 3) / 2100, np.arange(700) / 700

    """

  @Test func `is lent of several inputs, and copied once of several targets`() throws {
    let fits = "for i in range(5): m.fit([x, u], [v, w], verbose=0)\n"
    #expect(Self.copied(Self.several + fits) == 2100 + 700)
    let once = try Self.digested(Self.several + "h = m.fit([x, u], [v, w], verbose=0)\n")
    #expect(once == 4 * (74_200 + 2800))
    #expect(try Self.digested(Self.several + fits) == once)
  }

  @Test func `gives the bits of one array that has all inputs in a row`() {
    let source = """
      keras.utils.set_random_seed(3)
      c = keras.Input((106,))
      n = keras.Model(c, [keras.layers.Dense(3)(c), keras.layers.Dense(1)(c)])
      n.set_weights(m.get_weights())
      n.compile('sgd', 'mse')
      m.fit([x, u], [v, w], shuffle=False, verbose=0)
      n.fit(np.concatenate([x, u.reshape(700, 6)], axis=1), [v, w], shuffle=False, verbose=0)
      print(all((p == q).all() for p, q in zip(m.get_weights(), n.get_weights())))
      """
    #expect(printed(Self.model + Self.several + source) == "True\n")
  }

  @Test func `is what it was when the fit began, whatever callbacks write`() {
    let source = """
      class Writing(keras.callbacks.Callback):
          def on_train_batch_end(self, batch, logs=None): x[:] = 7
      def trained(callbacks):
          keras.utils.set_random_seed(1)
          n = keras.models.clone_model(m)
          n.compile('sgd', 'sparse_categorical_crossentropy')
          n.fit(x, y, verbose=0, callbacks=callbacks)
          return n.get_weights()
      one = trained([])
      two = trained([Writing()])
      print(all((a == b).all() for a, b in zip(one, two)), float(x[0, 0]))
      """
    #expect(printed(Self.model + source) == "True 7.0\n")
  }
}
