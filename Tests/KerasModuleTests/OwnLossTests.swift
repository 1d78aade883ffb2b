import Testing

/// Losses and metrics that a program wrote and that no formula of a row can stand for.
struct `Losses of the program's own` {
  private func raised(_ compile: String) -> String {
    printed(
      """
      import keras
      m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
      try:
          m.compile('sgd', \(compile))
      except NotImplementedError as error:
          print(str(error).split(' is not supported')[0])
      """)
  }

  @Test(arguments: [
    (
      "lambda t, p: keras.ops.sqrt(keras.ops.mean((t - p) ** 2))",
      "a function of a whole batch other than its mean (axis=-1 takes each sample's own)"
    ),
    ("lambda t, p: p[:, 0]", "a part of y_true and y_pred"),
    ("lambda t, p: p if t > 0 else t", "a decision on y_true and y_pred"),
    ("lambda t, p: keras.ops.reshape(p, (-1,))", "reshape()"),
    ("lambda t, p: p.shape[0]", "the attribute shape of y_true and y_pred"),
    ("lambda t, p: 1", "the value of <lambda>(y_true, y_pred)"),
    ("lambda t, p: keras.ops.sign(t - p)", "the loss lambda, which has no gradient,"),
    ("lambda t, p: p * keras.ops.mean(p, axis=-1)", "joining one number a row with whole rows"),
    (
      "lambda t, p: keras.losses.MeanSquaredError(reduction='sum')(t, p)",
      "MeanSquaredError with weights or a reduction"
    ),
    ("lambda t, p: 2 ** p", "an exponent that isn't a number"),
    (
      "'mse', metrics=[lambda t, p: keras.ops.mean(t - p)]",
      "the metric lambda, one number for a whole batch (axis=-1 gives one for each sample),"
    ),
  ])
  func `are refused by compile`(compile: String, reason: String) {
    #expect(raised(compile) == reason + "\n")
  }

  /// A chain as long as it is deep, and one that doubles with each step.
  @Test(arguments: ["p = p + 1", "p = p * p"])
  func `are refused where they have too many steps`(step: String) {
    let text = printed(
      """
      import keras
      m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
      def loss(t, p):
          for i in range(10000):
              \(step)
          return p
      try:
          m.compile('sgd', loss)
      except NotImplementedError as error:
          print(str(error).split(' is not supported')[0])
      """)
    #expect(text == "a function of more than 256 steps\n")
  }

  @Test func `have no parts of samples where they are of a batch`() {
    let text = printed(
      """
      import keras, numpy as np
      m = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
      m.compile('sgd', lambda t, p: keras.ops.mean(t - p))
      try:
          m.fit(np.ones((4, 3)), np.ones((4, 2)), sample_weight=np.ones(4))
      except NotImplementedError as error:
          print(error)
      """)
    #expect(
      text
        == "sample_weight for a loss that gives one number for a whole batch is not supported by Caderno\n"
    )
  }
}
