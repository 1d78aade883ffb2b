import Testing

struct `A number in a program` {
  private static let head = """
    import numpy as np, keras
    import tensorflow as tf
    from keras import layers

    """
  private static let fit = """
    m = keras.Sequential([keras.Input((2,)), layers.Dense(2)])
    m.compile('sgd', 'mse')
    x = np.ones((2, 2))

    """

  @Test(arguments: [
    (
      "keras.Input((2**63 - 1, 8))",
      "ValueError: Input would need a tensor of shape (9223372036854775807, 8), more than 268435456 numbers\n"
    ),
    (
      "layers.Dense(3, input_dim=2**63 - 1)",
      "ValueError: Dense would need a tensor of shape (9223372036854775807,), more than 268435456 numbers\n"
    ),
    (
      "layers.Dense(3, input_dim=-1)",
      "ValueError: Dense: shapes must be positive integers here, not -1\n"
    ),
    (
      "keras.Input((-1,))", "ValueError: Input: shapes must be positive integers here, not (-1,)\n"
    ),
    (
      "keras.Sequential([keras.Input((2**20,)), layers.Dense(2**20)]).get_weights()",
      "ValueError: layer 1: Dense would need a tensor of shape (1048576, 1048576), more than 268435456 numbers\n"
    ),
    (
      "layers.Reshape((10**9, 10**9, 10**9))(keras.Input((4,)))",
      "ValueError: Reshape says shape (1000000000, 1000000000, 1000000000), but the input here is (4,)\n"
    ),
    (
      "a = keras.Input((2**27,))\nlayers.Concatenate()([a, a, a])",
      "ValueError: Concatenate would need a tensor of shape (402653184,), more than 268435456 numbers\n"
    ),
    (
      "keras.utils.to_categorical([0, 3], num_classes=3)",
      "IndexError: index 3 is out of bounds for axis 1 with size 3\n"
    ),
    (
      "keras.utils.to_categorical([0, -4], num_classes=3)",
      "IndexError: index -4 is out of bounds for axis 1 with size 3\n"
    ),
    (
      "keras.utils.to_categorical([2**63 - 1])",
      "IndexError: index 9223372036854775807 is out of bounds for axis 1 with size 0\n"
    ),
    (
      "keras.utils.to_categorical([0, 1], num_classes=2**63 - 1)",
      "MemoryError: the program takes more than 4294967296 bytes\n"
    ),
    ("tf.one_hot([0], -1)", Self.invalid + "depth must be non-negative, got: -1\n"),
    (
      "keras.ops.one_hot([0], -2**63)",
      Self.invalid + "depth must be non-negative, got: -9223372036854775808\n"
    ),
    (
      "tf.math.confusion_matrix([2**63 - 1], [1])",
      "ValueError: labels and predictions don't fit each other\n"
    ),
    ("keras.utils.set_random_seed(-1)", "ValueError: Seed must be between 0 and 2**32 - 1\n"),
    (
      "keras.utils.set_random_seed(2**70)",
      "OverflowError: Python int too large to convert to C long\n"
    ),
    (
      fit + "m.fit(x, x, initial_epoch=-1)",
      "ValueError: initial_epoch must be at least 0, not -1\n"
    ),
    (fit + "m.fit(x, x, batch_size=-2)", "ValueError: batch_size must be at least 1, not -2\n"),
    (
      fit + "m.fit(x, x, validation_data=(x, x), validation_batch_size=-2)",
      "ValueError: validation_batch_size must be at least 1, not -2\n"
    ),
    (
      fit + "m.evaluate(x, x, batch_size=-1)", "ValueError: batch_size must be at least 1, not -1\n"
    ),
    (fit + "m.predict(x, batch_size=-1)", "ValueError: batch_size must be at least 1, not -1\n"),
    (fit + "m.fit(x, x, epochs=2, initial_epoch=2**63 - 1, verbose=0).epoch", "[]\n"),
    (fit + "m.fit(x, x, batch_size=2**63 - 1, verbose=0).epoch", "[0]\n"),
    (
      fit + "m.fit(x, np.ones((2, 0)), verbose=0)",
      "ValueError: the model's output has the shape (2,), but each target has 0 numbers\n"
    ),
  ])
  func `that fits nothing is an error with its name`(source: String, output: String) {
    #expect(printed(Self.head + source) == output)
  }

  private static let invalid = "tensorflow.python.framework.errors_impl.InvalidArgumentError: "
}
