import Testing
import Training

/// Keeps epochs in memory and counts those that it gives.
final class MemoryStore: TrainingStore {
  private var epochs: [String: [Int: [UInt8]]] = [:]
  private(set) var given = 0

  func kept(_ key: String) -> [Int] { epochs[key, default: [:]].keys.sorted() }

  func load(_ key: String, epochs number: Int) -> [UInt8]? {
    given += 1
    return epochs[key]?[number]
  }

  func keep(_ bytes: [UInt8], _ key: String, epochs number: Int) -> Bool {
    epochs[key, default: [:]][number] = bytes
    return true
  }

  func forget(_ key: String, epochs number: Int) { epochs[key]?[number] = nil }

  func alone<Result, Failure: Error>(
    _ key: String, isCancelled: () -> Bool, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result { try work() }
}

/// Fits whose epochs an earlier run kept.
@Suite struct KeptEpochTests {
  /// A program whose fit has `options`, after `change` of the model.
  static func program(epochs: Int, change: String = "pass", options: String) -> String {
    """
    import numpy as np
    import keras
    from keras import layers
    keras.utils.set_random_seed(3)
    x = np.arange(60).reshape(20, 3) / 60
    c = np.arange(20) % 3
    m = keras.Sequential([keras.Input((3,)), layers.Dense(5, activation='tanh'),
      layers.BatchNormalization(), layers.Dropout(0.2), layers.Dense(3, activation='softmax')])
    \(change)
    m.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    h = m.fit(x, c, epochs=\(epochs), batch_size=4, validation_data=(x, c), verbose=0, \(options))
    print(h.history, [float(np.sum(w)) for w in m.get_weights()])
    """
  }

  /// Changes of the model and options of a fit; each pair gives other weights.
  static let variants = [
    ("pass", "shuffle=True"),
    ("m.layers[0].trainable = False", "shuffle=True"),
    ("m.layers[1].trainable = False", "shuffle=True"),
    ("m.trainable = False", "shuffle=True"),
    ("pass", "class_weight={0: 2.0}"),
    ("pass", "class_weight={0: 3.0}"),
    ("pass", "sample_weight=np.arange(20) / 10"),
    ("pass", "steps_per_epoch=2"),
    ("pass", "steps_per_epoch=3"),
    ("pass", "validation_freq=2"),
    ("pass", "validation_freq=[1, 5]"),
    ("pass", "validation_steps=2"),
  ]

  @Test(arguments: variants)
  func `go on to the same weights and metrics`(change: String, options: String) {
    let store = MemoryStore()
    _ = printed(Self.program(epochs: 3, change: change, options: options), store: store)
    #expect(store.given == 0)
    let whole = Self.program(epochs: 5, change: change, options: options)
    let resumed = printed(whole, store: store)
    #expect(store.given > 0)
    #expect(resumed == printed(whole))
    #expect(resumed.hasPrefix("{"))
  }

  @Test func `are not taken by another fit`() {
    let store = MemoryStore()
    for (change, options) in Self.variants {
      let source = Self.program(epochs: 2, change: change, options: options)
      #expect(printed(source, store: store) == printed(source), "\(change), \(options)")
    }
  }

  /// A program with two outputs.
  static func outputs(epochs: Int, weights: String, size: Int = 4) -> String {
    """
    import numpy as np
    import keras
    from keras import layers
    keras.utils.set_random_seed(3)
    x = np.arange(60).reshape(20, 3) / 60
    c = np.arange(20) % 3
    i = keras.Input((3,))
    d = layers.Dense(3, activation='relu', name='d')
    m = keras.Model(i, [layers.Dense(3, activation='softmax')(d(d(i))), layers.Dense(1)(d(i))])
    m.compile('adam', ['sparse_categorical_crossentropy', 'mse'], loss_weights=\(weights))
    h = m.fit(x, [c, x[:, 0]], epochs=\(epochs), batch_size=4, verbose=0,
      validation_data=(x, [c, x[:, 0]]), validation_batch_size=\(size))
    print(h.history, [float(np.sum(w)) for w in m.get_weights()])
    """
  }

  @Test func `of several outputs go on and are told apart`() {
    let store = MemoryStore()
    _ = printed(Self.outputs(epochs: 2, weights: "[1, 2]"), store: store)
    _ = printed(Self.outputs(epochs: 2, weights: "[1, 3]"), store: store)
    // The losses of the outputs are means of the batches' means.
    _ = printed(Self.outputs(epochs: 2, weights: "[1, 3]", size: 7), store: store)
    #expect(store.given == 0)
    let whole = Self.outputs(epochs: 4, weights: "[1, 3]")
    let resumed = printed(whole, threads: 3, store: store)
    #expect(store.given > 0)
    #expect(resumed == printed(whole))
    #expect(resumed.hasPrefix("{"))
  }

  @Test(arguments: variants, [2, 5])
  func `don't depend on threads`(variant: (change: String, options: String), threads: Int) {
    let source = Self.program(epochs: 2, change: variant.change, options: variant.options)
    #expect(printed(source, threads: threads) == printed(source))
  }
}
