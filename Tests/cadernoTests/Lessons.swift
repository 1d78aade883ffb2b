/// Small lessons.
enum Lessons {
  /// Needs no data at all.
  static let summary = """
    # A model

    ```python {.model #m summary=true}
    Dense(10, activation='softmax', input_shape=(784,))
    ```

    The end.

    """

  /// Trains on 200 built-in digits. `options` are lines for the fit.
  static func training(
    _ options: String..., optimizer: String = "rmsprop", common: String = ""
  ) -> String {
    """
    # Training

    ```yaml {.data #d}
    dataset: digits
    limit: {train: 200, test: 100}
    ```

    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(8)
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit #t\(common)}
    model: m
    data: d
    optimizer: \(optimizer)
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    \(options.joined(separator: "\n"))
    ```

    After [0 %](run:t.accuracy) of training:

    ```yaml {.evaluate #e}
    model: m
    data: d.test
    ```

    The end.

    """
  }
}
