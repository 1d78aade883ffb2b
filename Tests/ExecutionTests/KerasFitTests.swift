import Caching
import Datasets
import Diagnostics
import Digests
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

/// Fits in cells: what they train, and what is found again.
extension `Keras cells` {
  /// The same training as directives.
  static let directives = """
    ---
    caderno: {seed: 5}
    ---

    ```yaml {.data #d}
    dataset: mnist
    reshape: [28, 28, 1]
    scale: 1/255
    one_hot: true
    limit: {train: 40, test: 20}
    ```

    ```python {.model #m}
    Conv2D(4, (3, 3), activation='relu', input_shape=(28, 28, 1))
    MaxPooling2D((2, 2))
    Flatten()
    Dropout(0.25)
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit #f}
    model: m
    data: d
    epochs: 3
    batch_size: 16
    optimizer: rmsprop
    loss: categorical_crossentropy
    metrics: [accuracy]
    ```
    """

  @Test func `train the same weights, bit for bit, as the same lesson in directives`() throws {
    var digest = ""
    for task in try run(Self.directives).tasks {
      for case .history(let history) in task.outputs { digest = history.weightsSHA256 }
    }
    let weights = "for w in model.get_weights():\n    print(w.ravel().tolist())"
    let printed = texts(try run(cells(Self.training, weights)), "keras-2")
    let stream = SHA256Stream()
    for line in printed.split(separator: "\n") {
      let numbers = try JSONDecoder().decode([Double].self, from: Data(line.utf8))
      let words = numbers.map { Float($0).bitPattern.littleEndian }
      stream.update(numbers: words)
    }
    #expect(digest.count == 64)
    #expect(stream.finish().description == digest)
  }

  @Test func `go on from the epochs that an earlier run trained, to the same bits`() throws {
    let print = "print(model.get_weights()[0].ravel().tolist()[:8], h.history)"
    let text = cells(Self.training, print)
    let whole = texts(try run(text), "keras-2")
    _ = try run(text.replacing("epochs=3", with: "epochs=2"), cached: true)
    #expect(texts(try run(text, cached: true), "keras-2") == whole)
    // Nothing was trained but the third epoch: the two before are found again, and stay.
    #expect(try trainings() == 2)
  }

  /// The checkpoints that are kept.
  func trainings() throws -> Int {
    try folder.cacheFiles().count { $0.contains("/cache/training/") }
  }

  @Test func `share their epochs with the same fit in directives, both ways`() throws {
    let cells = cells(
      Self.training, "print(model.get_weights()[0].ravel().tolist()[:8], h.history)")
    let longer = { (text: String) in
      text.replacing("epochs=3", with: "epochs=4").replacing("epochs: 3", with: "epochs: 4")
    }
    for (first, second) in [(cells, Self.directives), (Self.directives, cells)] {
      _ = try run(first, cached: true)
      #expect(try trainings() == 1)
      #expect(
        try run(second, cached: true).tasks.map(\.outputs) == run(second).tasks.map(\.outputs))
      // What the one trained is all that there is; the other goes on from it.
      #expect(try trainings() == 1)
      let more = longer(second)
      #expect(try run(more, cached: true).tasks.map(\.outputs) == run(more).tasks.map(\.outputs))
      #expect(try trainings() == 2)
      try folder.forget()
    }
  }

  @Test func `share their epochs with a fit in directives that has the same callbacks`() throws {
    let directives = Self.directives.replacing(
      "epochs: 3",
      with: """
        epochs: 5
        class_weight: {1: 2, 7: 0.5}
        validation_data: d.test
        callbacks:
          - EarlyStopping(patience=1, restore_best_weights=True)
          - ReduceLROnPlateau('loss', factor=0.5, patience=0, min_delta=9)
        """)
    let training = Self.training.replacing("(x, y), _ =", with: "(x, y), (u, v) =").replacing(
      "epochs=3",
      with: """
        epochs=5, class_weight={1: 2, 7: 0.5},
          validation_data=(u.reshape((20, 28, 28, 1)).astype('float32') / 255, to_categorical(v)),
          callbacks=[keras.callbacks.EarlyStopping(patience=1, restore_best_weights=True),
            keras.callbacks.ReduceLROnPlateau('loss', factor=0.5, patience=0, min_delta=9)]
        """)
    let cells = cells(
      "import keras\n" + training, "print(model.get_weights()[0].ravel().tolist()[:8], h.history)")
    for (first, second) in [(cells, directives), (directives, cells)] {
      _ = try run(first, cached: true)
      let kept = try trainings()
      #expect(kept > 1)
      #expect(
        try run(second, cached: true).tasks.map(\.outputs) == run(second).tasks.map(\.outputs))
      #expect(try trainings() == kept)
      try folder.forget()
    }
  }

  @Test func `call callbacks again with the epochs that were kept`() throws {
    let callbacks = """
      import keras
      class Told(keras.callbacks.Callback):
          def on_epoch_end(self, epoch, logs=None):
              print(epoch, logs['loss'], float(self.model.get_weights()[0].sum()))
      rates = keras.callbacks.LearningRateScheduler(lambda epoch: 0.01 / (epoch + 1))
      stop = keras.callbacks.EarlyStopping('loss', patience=0, min_delta=9, restore_best_weights=True)
      h = model.fit(x, to_categorical(y), epochs=4, verbose=0, callbacks=[Told(), rates, stop])
      print(h.history, float(model.get_weights()[0].sum()))
      """
    let text = cells(Self.training.replacing("h = model.fit", with: "# "), callbacks)
    let whole = texts(try run(text), "keras-2")
    #expect(texts(try run(text, cached: true), "keras-2") == whole)
    // The same again, since the cell's text changed; nothing is trained.
    let before = try trainings()
    let again = text.replacing("print(h.history,", with: "print(h.history ,0 if 0 else '',")
    #expect(
      texts(try run(again, cached: true), "keras-2") == whole.replacing("]} ", with: "]}  "))
    #expect(try trainings() == before)
    // Another rate from the second epoch on: only the first epoch is found again.
    let other = text.replacing("(epoch + 1)", with: "(3 * epoch + 1)")
    #expect(texts(try run(other, cached: true), "keras-2") == texts(try run(other), "keras-2"))
    #expect(try trainings() == before + 1)
  }
}
