internal import Arrays

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
      options.precision = try places("precision", call, options.precision, most: 1000)
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

  /// A count that must not be negative; larger ones than any array needs are cut.
  private static func places(
    _ name: String, _ call: NumPyCall, _ otherwise: Int, most: Int = 1 << 40
  ) throws(ArrayError) -> Int {
    guard let value = try call.integer(name) else { return otherwise }
    guard value >= 0 else { throw ArrayError(.valueError, "\(name) must be >= 0") }
    return min(value, most)
  }

  @Sendable private static func setOptions(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    for name in ["formatter", "sign"] where call[name] != nil {
      throw ArrayError(
        .notImplementedError, "set_printoptions(\(name)=...) is not supported here")
    }
    var options = call.session.printing
    options.precision = try places("precision", call, options.precision, most: 1000)
    if case .float(.infinity)? = call["threshold"] {
      options.threshold = .max
    } else {
      options.threshold = try places("threshold", call, options.threshold)
    }
    options.edgeItems = try places("edgeitems", call, options.edgeItems)
    options.lineWidth = try places("linewidth", call, options.lineWidth)
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
