internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `ConfusionMatrixDisplay`: a matrix of counts, drawn with its numbers by `matplotlib`.
final class ConfusionDisplay: HostObject {
  private let matrix: Value
  private let labels: Value?
  private var drawn: [String: Value] = [:]

  private init(_ matrix: Value, _ labels: Value?) { (self.matrix, self.labels) = (matrix, labels) }

  deinit { LettingGo.hold((matrix, labels, drawn)) }

  override var hostType: TypeObject { Self.displayType }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "confusion_matrix": matrix
    case "display_labels": labels ?? Value.none
    default: drawn[name]
    }
  }

  private func plot(_ call: Call) throws(PyError) {
    let machine = call.machine
    guard let pyplot = machine.modules["matplotlib.pyplot"]?.members else { return }
    let array = try TableNumbers.array(matrix, machine)
    guard array.ndim == 2, array.shape[0] == array.shape[1] else {
      throw call.error("ValueError", "a confusion matrix is square")
    }
    func tell(_ object: Value, _ name: String, _ values: [Value], _ keywords: [String: Value] = [:])
      throws(PyError) -> Value
    {
      try machine.call(
        machine.attribute(object, name),
        Arguments(values, keywords: keywords.sorted { $0.key < $1.key }.map { ($0, $1) }))
    }
    var axes = call.given("ax")
    var figure = Value.none
    if axes == nil, let subplots = pyplot["subplots"] {
      let made = try machine.array(machine.call(subplots, Arguments()))
      (figure, axes) = (made[0], made[1])
    } else if let axes {
      figure = try machine.attribute(axes, "figure")
    }
    guard let axes else { return }
    let map = call.given("cmap") ?? .string("viridis")
    let image = try tell(
      axes, "imshow", [matrix], ["interpolation": .string("nearest"), "cmap": map])
    if try call.bool("include_values", or: true) {
      try write(array, on: axes, map, call, tell)
    }
    if try call.bool("colorbar", or: true) {
      _ = try tell(figure, "colorbar", [image], ["ax": axes])
    }
    let count = array.shape[0]
    let places = Value.object(ListObject((0..<count).map { .int($0) }))
    let shown = labels ?? places
    for name in ["set_xticks", "set_yticks"] { _ = try tell(axes, name, [places]) }
    var texts: [Value] = []
    for label in try machine.array(shown) { texts.append(.string(try machine.str(label))) }
    for name in ["set_xticklabels", "set_yticklabels"] {
      _ = try tell(axes, name, [.object(ListObject(texts))])
    }
    _ = try tell(axes, "set_xlabel", [.string("Predicted label")])
    _ = try tell(axes, "set_ylabel", [.string("True label")])
    _ = try tell(axes, "set_ylim", [.float(Double(count) - 0.5), .float(-0.5)])
    drawn = ["ax_": axes, "figure_": figure, "im_": image]
  }

  /// The counts in their cells, in the color of the other end of the map.
  private func write(
    _ array: NumericArray, on axes: Value, _ map: Value, _ call: Call,
    _ tell: (Value, String, [Value], [String: Value]) throws(PyError) -> Value
  ) throws(PyError) {
    let machine = call.machine
    guard let getMap = machine.modules["matplotlib.pyplot"]?.members["get_cmap"] else { return }
    let colors = try machine.call(getMap, Arguments([map]))
    let (low, high) = (
      try machine.call(colors, Arguments([.float(0)])),
      try machine.call(colors, Arguments([.float(1)]))
    )
    let (numbers, wholes) = (array.reals(), array.integers())
    let threshold = ((numbers.max() ?? 0) + (numbers.min() ?? 0)) / 2
    let count = array.shape[0]
    for (place, number) in numbers.enumerated() {
      let value = array.dtype.isFloating ? Value.float(number) : .int(wholes[place])
      var text = try machine.format(value, try call.string("values_format") ?? ".2g")
      if call.given("values_format") == nil, !array.dtype.isFloating {
        let whole = String(wholes[place])
        if whole.count < text.count { text = whole }
      }
      let center = Value.string("center")
      _ = try tell(
        axes, "text", [.int(place % count), .int(place / count), .string(text)],
        ["ha": center, "va": center, "color": number < threshold ? high : low])
    }
  }

  private static let plotting = """
    include_values=True, cmap='viridis', xticks_rotation='horizontal', values_format=None, \
    ax=None, colorbar=True
    """

  static let displayType = SharedType(
    "ConfusionMatrixDisplay", module: "sklearn.metrics",
    "confusion_matrix, *, display_labels=None",
    properties: ["confusion_matrix", "display_labels", "ax_", "figure_", "im_"],
    methods: [
      .method("plot", "*, \(plotting)") { (display: ConfusionDisplay, call) throws(PyError) in
        try refuse(call)
        try display.plot(call)
        return .object(display)
      },
      Method(
        "from_predictions",
        "y_true, y_pred, *, labels=None, normalize=None, display_labels=None, \(plotting)",
        binds: false
      ) { call throws(PyError) in
        try refuse(call)
        let machine = call.machine
        guard let count = MetricsModule.members["confusion_matrix"] else { return .none }
        let keywords = ["labels", "normalize"].compactMap { name in
          call.given(name).map { (name, $0) }
        }
        let matrix = try machine.call(
          count,
          Arguments([call.required("y_true"), call.required("y_pred")], keywords: keywords))
        var labels = call.given("display_labels") ?? call.given("labels")
        if labels == nil {
          labels = .object(ListObject(try ClassCounts(call).names.map(Value.string)))
        }
        let display = ConfusionDisplay(matrix, labels)
        try display.plot(call)
        return .object(display)
      },
    ]
  ) { call in
    .object(ConfusionDisplay(call.required("confusion_matrix"), call.given("display_labels")))
  }

  /// Labels stand horizontally only.
  private static func refuse(_ call: Call) throws(PyError) {
    guard let value = call.given("xticks_rotation") else { return }
    if case .string("horizontal") = value { return }
    throw call.unsupported("xticks_rotation", value)
  }
}
