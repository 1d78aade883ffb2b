internal import NumericArrays

extension NumPyCatalog {
  /// Functions about how arrays are shown.
  static let printing: [NumPyFunction] = [
    NumPyFunction(
      "set_printoptions",
      "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, "
        + "infstr=None, formatter=None, sign=None, floatmode=None", setOptions),
    NumPyFunction("array2string", "a, precision=None, suppress_small=None, separator=' '") {
      call throws(ArrayError) in
      var options = call.session.printing
      options.precision = try call.integer("precision") ?? options.precision
      options.suppress = try call.flag("suppress_small", options.suppress)
      return .string(
        try call.array().elementsText(separator: call.text("separator") ?? " ", options))
    },
    NumPyFunction("array_str", "a") { call throws(ArrayError) in
      .string(try call.array().text(call.session.printing))
    },
    NumPyFunction("array_repr", "arr") { call throws(ArrayError) in
      .string(try call.array("arr").representation(call.session.printing))
    },
    NumPyFunction("seterr", "all=None, divide=None, over=None, under=None, invalid=None") { _ in
      .none
    },
  ]

  @Sendable private static func setOptions(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    for name in ["formatter", "sign"] where call[name] != nil {
      throw ArrayError(
        .notImplementedError, "set_printoptions(\(name)=...) is not supported here")
    }
    var options = call.session.printing
    options.precision = try call.integer("precision") ?? options.precision
    if case .float(.infinity)? = call["threshold"] {
      options.threshold = .max
    } else {
      options.threshold = try call.integer("threshold") ?? options.threshold
    }
    options.edgeItems = try call.integer("edgeitems") ?? options.edgeItems
    options.lineWidth = try call.integer("linewidth") ?? options.lineWidth
    options.suppress = try call.flag("suppress", options.suppress)
    options.nan = call.text("nanstr") ?? options.nan
    options.infinity = call.text("infstr") ?? options.infinity
    if let mode = call.text("floatmode") {
      guard let known = PrintOptions.FloatMode(rawValue: mode) else {
        throw ArrayError(
          .valueError,
          "floatmode option must be one of ['fixed', 'unique', 'maxprec', 'maxprec_equal'], got "
            + "'\(mode)'")
      }
      options.floatMode = known
    }
    call.session.printing = options
    return .none
  }
}
