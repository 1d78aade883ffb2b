import KerasCells
import Testing

/// Keeps states in memory and counts those that it gives.
private final class MemoryStore: TrainingStore {
  private var states: [[String]: TrainedState] = [:]
  private(set) var given = 0

  func load(_ key: [String]) -> TrainedState? {
    if states[key] != nil { given += 1 }
    return states[key]
  }

  func save(_ state: TrainedState, _ key: [String]) { states[key] = state }

  /// Changes the states that hold weights.
  func spoil(_ change: (inout TrainedState) -> Void) {
    for (key, state) in states where !state.weights.isEmpty {
      var state = state
      change(&state)
      states[key] = state
    }
  }
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
  func `go on to the same weights and figures`(change: String, options: String) {
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

  /// What makes a state one of no such model: a cache may be a stranger's.
  private static let spoilings: [@Sendable (inout TrainedState) -> Void] = [
    { $0.slots = [] }, { $0.slots.removeLast() }, { $0.slots = $0.slots.map { $0 + [1] } },
    { $0.slots = $0.slots.map { _ in [] } }, { $0.step = -1 }, { $0.step = .max },
    { $0.weights = [[1]] }, { $0.weights = $0.weights.map { $0 + [1] } },
  ]

  @Test(arguments: spoilings.indices)
  func `are passed over where they don't fit the model`(index: Int) {
    let store = MemoryStore()
    let source = Self.program(epochs: 3, options: "shuffle=True")
    _ = printed(source, store: store)
    store.spoil(Self.spoilings[index])
    #expect(printed(source, store: store) == printed(source))
    #expect(store.given > 0)
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
