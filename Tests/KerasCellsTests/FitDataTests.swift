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
    // Doubles, and a byte for each label at each fit.
    #expect(try Self.digested("for i in range(9): m.fit(x, y, verbose=0)") == 8 * 70_000 + 9 * 700)
    #expect(
      try Self.digested("for i in range(9): m.fit(b / 255, y, verbose=0)") == 9 * (70_000 + 700))
    // Both parts are so small that they count as numbers.
    #expect(
      try Self.digested(
        """
        s = b.astype('float32') / 255
        for i in range(4): m.fit(s, y, validation_split=0.25, verbose=0)
        """) == 4 * 70_000 + 4 * 700)
    #expect(
      try Self.digested(
        """
        for i in range(3):
            m.fit(x, y, verbose=0)
            x[0, 0] += 1
            m.fit(x, y, verbose=0)
        """) == 4 * 8 * 70_000 + 6 * 700)
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
