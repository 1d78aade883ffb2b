import Testing

/// What a look at programs knows of the shapes of arrays.
struct `The shapes of a program's arrays` {
  private let look = ShapeLook()

  private static let arrays = """
    a = np.zeros((6, 4))
    b = np.ones((6, 1))
    c = np.zeros((2, 3, 4))
    v = np.arange(12)
    n = 2

    """

  /// Expressions of which the whole shape is known. Each must be what NumPy itself gives.
  static let shapes = [
    "a", "a.T", "a + b", "a / 255.0", "1 - a", "-a", "a > 0", "a[1:]", "a[:, 1:3]", "a[:, 0]",
    "a[..., None]", "a[:, np.newaxis]", "a[::-1]", "a[-2:]", "a[0]", "c[0]", "c[:, 1]", "c[..., 0]",
    "c[0, 1]", "c[:, None, 0]", "a[:100]", "a[3:1]", "a.reshape(-1)", "a.reshape(3, -1)",
    "a.reshape((3, 8))", "a.reshape(len(a), -1)", "a.reshape(a.shape[0], 2, n)",
    "np.reshape(a, (4, 6))", "a.ravel()", "a.flatten()", "np.expand_dims(a, -1)",
    "np.expand_dims(a, axis=0)", "np.expand_dims(a, 1)", "b.squeeze()", "np.squeeze(b, axis=-1)",
    "np.transpose(c, (0, 2, 1))", "c.transpose(2, 0, 1)", "c.transpose()", "a.astype('float32')",
    "a.mean(axis=0)", "a.sum(axis=1, keepdims=True)", "np.argmax(a, axis=-1)", "c.max(axis=(0, 1))",
    "c.std(0)", "np.concatenate([a, a])", "np.concatenate((a, b), axis=1)", "np.vstack([a, a])",
    "np.array([[1, 2], [3, 4], [5, 6]])", "np.array([1.0, 2.0])", "np.asarray(a)",
    "np.array([a, a])",
    "np.linspace(0, 1, 7)", "np.linspace(0, 1)", "np.arange(5)", "np.eye(3)", "np.full((2, n), 7)",
    "np.zeros(4)", "np.zeros_like(a)", "np.sqrt(a)", "np.exp(-a)", "np.clip(a, 0, 1)",
    "np.random.rand(3, 2)", "np.random.randn(5)", "np.random.normal(0, 1, (4, 2))",
    "np.random.normal(size=a.shape)", "np.random.randint(0, 9, 20)", "np.random.random((2, 2))",
    "np.random.default_rng(0).normal(size=(3, 1))",
    "np.random.default_rng(0).integers(0, 4, size=8)",
    "np.dot(a, a.T)", "np.matmul(a, c[0].T)", "a.dot(np.ones(4))", "np.where(a > 0, a, 0)",
    "np.maximum(a, b)", "v.reshape(2, 6)[:, 1:]", "train_test_split(a, b, test_size=0.5)[2]",
    "train_test_split(a, b)[1]", "StandardScaler().fit_transform(a)",
    "keras.utils.to_categorical(np.arange(5) % 3, 3)", "keras.utils.to_categorical(b, n)",
    "keras.utils.pad_sequences([[1], [2, 3]], maxlen=4)",
  ]

  @Test(arguments: shapes)
  func `are those that NumPy gives`(expression: String) throws {
    let source = Self.arrays + "value = \(expression)\n"
    let shape = look.printed(ShapeLook.head + source + "print(value.shape)")
    let model = "keras.Sequential([keras.Input((9, 9, 9, 9, 9))]).predict(value)"
    #expect(
      try look.findings(source + model) == [
        "value: refused-call this raises ValueError: Input 0 of the model is incompatible with it: expected shape=(None, 9, 9, 9, 9, 9), found shape=\(shape)"
      ])
  }

  /// Expressions of which nothing may be said.
  @Test(arguments: [
    "a[a > 0]", "a[[0, 1], [1, 2]]", "np.concatenate([a, some])", "a.reshape(some)",
    "a if some else b", "np.where(a > 0)[0]", "a @ c[0].T", "np.tile(a, 2)",
  ])
  func `are left alone where they aren't known`(expression: String) throws {
    let source = Self.arrays + "value = \(expression)\nsome = 1\n"
    let model = "keras.Sequential([keras.Input((9, 9, 9, 9, 9))]).predict(value)"
    #expect(try look.findings(source + model) == [])
  }
}
