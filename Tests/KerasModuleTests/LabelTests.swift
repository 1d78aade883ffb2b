import Testing

struct `A label in a program` {
  private static let model = """
    import numpy as np, keras
    from keras import layers
    m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation='softmax')])
    m.compile('sgd', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    x, y, good = np.ones((2, 4)), np.array([1, LABEL]), np.array([0, 2])

    """

  private static func outside(_ label: String, _ place: String = "sample 1") -> String {
    "tensorflow.python.framework.errors_impl.InvalidArgumentError: Received a label value of \(label) which is outside the valid range of [0, 3). It is the label of \(place).\n"
  }

  private static func notWhole(_ label: String, _ place: String = "sample 1") -> String {
    "ValueError: the label \(label) of \(place) is no class: classes are whole numbers\n"
  }

  private static let hostile: [(String, @Sendable (String) -> String)] = [
    ("-1", { outside("-1", $0) }), ("3", { outside("3", $0) }), ("256", { outside("256", $0) }),
    ("300", { outside("300", $0) }), ("3000", { outside("3000", $0) }),
    ("2**40", { outside("1099511627776", $0) }),
    ("1e30", { outside("9223372036854775807", $0) }),
    ("0.5", { notWhole("0.5", $0) }), ("np.nan", { notWhole("nan", $0) }),
    ("np.inf", { notWhole("inf", $0) }),
  ]

  @Test(arguments: [
    ("m.fit(x, y, verbose=0)", "sample 1"),
    ("m.fit(x, good, validation_data=(x, y), verbose=0)", "validation sample 1"),
    ("m.fit(x, y, validation_split=0.5, verbose=0)", "validation sample 1"),
    ("m.evaluate(x, y, verbose=0)", "sample 1"),
    ("m.train_on_batch(x, y)", "sample 1"),
    ("m.test_on_batch(x, y.reshape(2, 1))", "sample 1"),
    ("keras.losses.SparseCategoricalCrossentropy()(y, np.ones((2, 3)))", "sample 1"),
    ("keras.losses.sparse_categorical_crossentropy(y, np.ones((2, 3)))", "sample 1"),
    ("keras.metrics.SparseCategoricalCrossentropy().update_state(y, np.ones((2, 3)))", "sample 1"),
  ])
  func `that is no class is an error wherever it enters`(call: String, place: String) {
    for (label, message) in Self.hostile {
      let source = Self.model.replacing("LABEL", with: label) + call
      #expect(printed(source) == message(place), "\(label)")
    }
  }

  /// Keras compares class numbers, and finds none among the largest outputs.
  @Test func `that is no class counts as wrong in accuracies`() {
    let source = """
      import numpy as np, keras
      for label in [-1, 3, 300, 0.5, 1e30, np.nan, np.inf, -np.inf]:
          for metric in [keras.metrics.SparseCategoricalAccuracy(), keras.metrics.SparseTopKCategoricalAccuracy(k=3)]:
              metric.update_state([label, 1], [[0.1, 0.2, 0.7], [0.1, 0.8, 0.1]])
              print(float(metric.result()), end=' ')
      """
    #expect(printed(source) == String(repeating: "0.5 ", count: 16))
  }

  @Test func `counts beyond 255 classes as any other`() {
    let source = """
      import numpy as np, keras
      from keras import layers
      keras.utils.set_random_seed(1)
      y = np.array([0, 299, 256, 255, 70, 299])
      m = keras.Sequential([keras.Input((6,)), layers.Dense(300, activation='softmax')])
      for loss, labels in [('sparse_categorical_crossentropy', y), ('categorical_crossentropy', keras.utils.to_categorical(y))]:
          m.compile(keras.optimizers.Adam(0.5), loss, metrics=['accuracy'])
          m.fit(np.eye(6), labels, epochs=20, verbose=0)
          print(m.evaluate(np.eye(6), labels, verbose=0)[1], labels.shape)
      print(np.argmax(m.predict(np.eye(6), verbose=0), axis=1))
      """
    #expect(
      printed(source) == """
        1.0 (6,)
        1.0 (6, 300)
        [  0 299 256 255  70 299]

        """)
  }

  @Test func `of another form than the loss takes is refused by loss objects`() {
    let wrong = "ValueError: y_true and y_pred have different shapes\n"
    for call in [
      "losses.CategoricalCrossentropy()([1], [[0.2, 0.3, 0.5]])",
      "losses.CategoricalHinge()([1], [[0.2, 0.3, 0.5]])",
      "losses.SparseCategoricalCrossentropy()([[0, 1, 0]], [[0.2, 0.3, 0.5]])",
    ] { #expect(printed("import keras\nkeras." + call) == wrong) }
  }

  @Test(arguments: [
    ("np.nan", "ValueError: cannot convert float NaN to integer\n"),
    ("np.inf", "OverflowError: cannot convert float infinity to integer\n"), ("1e30", ""),
  ])
  func `is looked up among class weights as Python would`(label: String, message: String) {
    let source = """
      import numpy as np, keras
      m = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
      m.compile('sgd', keras.losses.Huber())
      m.fit(np.ones((2, 4)), np.array([0.5, \(label)]), class_weight={0: 2.0}, verbose=0) and None
      """
    #expect(printed(source) == message)
  }

  @Test func `that an embedding has no row for is named with its place`() {
    let head = """
      import numpy as np, keras
      from keras import layers
      m = keras.Sequential([keras.Input((2,)), layers.Embedding(10, 3)])
      i = np.array([[0, 1], [2, ID]])

      """
    func message(_ id: String) -> String {
      "tensorflow.python.framework.errors_impl.InvalidArgumentError: indices[1,1] = \(id) is not in [0, 10), which are the rows of the layer 'embedding'\n"
    }
    for (id, shown) in [
      ("-1", "-1"), ("10", "10"), ("2**40", "1099511627776"), ("np.nan", "nan"), ("np.inf", "inf"),
      ("1e30", "1e+30"),
    ] {
      for call in [
        "m.predict(i, verbose=0)", "m(i)",
        "m.predict(np.zeros((1, 2)), verbose=0) is None or m.layers[0](i)",
      ] {
        #expect(printed(head.replacing("ID", with: id) + call) == message(shown), "\(call)")
      }
    }
  }
}
