import Testing

/// What a look at programs finds in calls of models with several inputs or outputs.
struct `A look at data` {
  private let look = ShapeLook()

  private static let two =
    "a = keras.Input((8,), name='a')\nb = keras.Input((3,), name='b')\nm = keras.Model([a, b], layers.Dense(10)(layers.concatenate([a, b])))\nm.compile('adam', 'mse')\nz = np.zeros((600, 3))\n"
  private static let ends =
    "a = keras.Input((8,))\nm = keras.Model(a, [layers.Dense(10, name='p')(a), layers.Dense(3, name='q')(a)])\nz = np.zeros((600, 3))\n"

  /// Calls of models with several inputs or outputs, and the argument that is at fault.
  static let several = [
    (two + "m.fit([x, x], rows)", "[x, x]"), (two + "m.fit([z, x], rows)", "[z, x]"),
    (two + "m.fit(x, rows)", "x"), (two + "m.fit([x, z, z], rows)", "[x, z, z]"),
    (two + "m.evaluate({'a': x}, rows)", "{'a': x}"),
    (two + "m.fit({'b': x, 'a': x}, rows)", "{'b': x, 'a': x}"),
    (two + "m.fit([x, z[:, None]], rows)", "[x, z[:, None]]"),
    (two + "m.fit([x, z[:500]], rows)", "[x, z[:500]]"),
    (two + "m.fit([x, z], rows[:9])", "rows[:9]"),
    (two + "m.fit([x, z], rows[:, :7])", "rows[:, :7]"),
    (two + "m.fit([x, z], rows, validation_data=([x, x], rows))", "([x, x], rows)"),
    (ends + "m.compile('sgd', 'mse')\nm.fit(x, [rows, rows])", "[rows, rows]"),
    (ends + "m.compile('sgd', 'mse')\nm.fit(z, [rows, z])", "z"),
    (ends + "m.compile('sgd', [None, 'mse'])\nm.fit(x, {'p': z, 'q': x})", "{'p': z, 'q': x}"),
    (ends + "m.compile('sgd', {'p': 'mse'})", "m.compile"),
    (ends + "m.compile('sgd', {'p': 'mse', 'q': None}, loss_weights={'p': 2})", "m.compile"),
  ]

  @Test(arguments: several)
  func `of several inputs and outputs are refused as the run refuses them`(
    source: String, place: String
  ) throws {
    let raised = look.printed(ShapeLook.head + ShapeLook.data + source)
    #expect(!raised.isEmpty)
    #expect(
      try look.findings(ShapeLook.data + source) == ["\(place): refused-call this raises \(raised)"]
    )
  }

  @Test(arguments: [
    two + "m.fit([x, z], rows)\nm.predict((x, z))\nm.evaluate({'b': z, 'a': x, 'c': 3}, rows)",
    two + "d = {'a': x, 'b': x}\nd['b'] = z\nm.fit(d, rows)",
    two + "m.fit([x, some], rows)\nsome = z", two + "m.fit(some, rows)\nsome = [x, z]",
    ends + "m.compile('sgd', ['mse', None])\nm.fit(x, [rows, x])\nm.fit(x, [rows])",
    ends + "m.compile('sgd', {'p': None, 'q': 'mae'})\nm.fit(x, {'p': x, 'q': z})",
  ])
  func `of several inputs and outputs are left alone where they fit`(source: String) throws {
    #expect(try look.findings(ShapeLook.data + source) == [])
  }
}
