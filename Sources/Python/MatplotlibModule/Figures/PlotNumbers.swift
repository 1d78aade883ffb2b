internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays
internal import Matplotlib

/// Values of a program as numbers, colors and texts of a plot.
enum PlotNumbers {
  /// An array, or what NumPy makes one of.
  static func array(_ value: Value, _ machine: Machine) throws(PyError) -> NumericArray {
    if let array = value.asObject(NumPyObject.self)?.array { return array }
    var given = value
    if case .object(let object) = value, !(object is ListObject), !(object is TupleObject),
      !(object is any ArrayConvertible), object.plainNumber == nil
    {
      given = .object(ListObject(try machine.array(value)))
    }
    let converted = try NumPyValue(given, machine)
    let made = try machine.raising { () throws(ArrayError) in
      try NumPyLibrary.session(of: machine).call("asarray", [converted], [])
    }
    switch made {
    case .array(let array), .scalar(let array): return array
    default: throw machine.error("TypeError", "these values can't be drawn as numbers")
    }
  }

  /// Numbers as an array of NumPy's.
  ///
  /// - Parameters:
  ///   - shape: nil for one row.
  ///   - dtype: NumPy's name of the elements' dtype.
  static func array(
    _ numbers: [Double], shape: [Int]? = nil, dtype: String = "float64", _ machine: Machine
  ) throws(PyError) -> Value {
    let made = try machine.raising { () throws(ArrayError) in
      let array = try NumericArray(reals: numbers, shape: shape)
      return try DType(rawValue: dtype).map { dtype throws(ArrayError) in
        try array.astype(dtype)
      } ?? array
    }
    return Value(.array(made), NumPyLibrary.session(of: machine))
  }

  /// Texts as an array of NumPy's.
  static func texts(_ texts: [String], _ machine: Machine) throws(PyError) -> Value {
    let made = try machine.raising { () throws(ArrayError) in try TextArray(texts) }
    return Value(.texts(made), NumPyLibrary.session(of: machine))
  }

  /// A tuple of NumPy's numbers.
  static func tuple(_ numbers: [Double], _ machine: Machine) throws(PyError) -> Value {
    .object(TupleObject(try machine.array(array(numbers, machine))))
  }

  /// Numbers in a row.
  static func list(_ value: Value, _ machine: Machine) throws(PyError) -> [Double] {
    if let number = value.double { return [number] }
    return try array(value, machine).reals()
  }

  /// Texts where the values are texts.
  static func categories(_ value: Value, _ machine: Machine) throws(PyError) -> [String]? {
    guard value.double == nil else { return nil }
    if case .string(let text) = value { return [text] }
    let items = try machine.array(value)
    guard !items.isEmpty else { return nil }
    var texts: [String] = []
    for item in items {
      if case .string(let text) = item {
        texts.append(text)
      } else if item.asObject(NumPyObject.self)?.array == nil, item.double == nil {
        texts.append(try machine.str(item))
      } else {
        return nil
      }
    }
    return texts
  }

  /// A color by any of the forms that Matplotlib takes.
  static func color(_ value: Value, _ machine: Machine) throws(PyError) -> PlotColor {
    if case .string(let text) = value {
      // `C0` and so on are those of the session's look.
      if text.hasPrefix("C"), let place = Int(text.dropFirst()), place >= 0,
        let cycle = PyplotModule.session(of: machine)?.look.cycle
      {
        return cycle[place % cycle.count]
      }
      if let color = PlotColor(text) { return color }
      throw invalid("'\(text)'", machine)
    }
    let parts = try list(value, machine)
    guard parts.count == 3 || parts.count == 4 else {
      throw invalid(try machine.repr(value), machine)
    }
    return PlotColor(parts[0], parts[1], parts[2], parts.count > 3 ? parts[3] : 1)
  }

  private static func invalid(_ text: String, _ machine: Machine) -> PyError {
    machine.error(
      "ValueError",
      "\(text) is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings for colors of the color cycle; and pairs combining one of the above with an alpha value"
    )
  }

  /// An opacity from 0 to 1; nil where none was given.
  static func alpha(_ call: Call) throws(PyError) -> Double? {
    guard let alpha = try call.double("alpha") else { return nil }
    guard (0...1).contains(alpha) else {
      throw call.error(
        "ValueError",
        "alpha (\(try call.machine.repr(call["alpha"] ?? .none))) is outside 0-1 range")
    }
    return alpha
  }

  /// One color, or one for each of several things.
  static func colors(_ value: Value, _ machine: Machine) throws(PyError) -> [PlotColor] {
    if case .string = value { return [try color(value, machine)] }
    let items = try machine.array(value)
    if items.count == 3 || items.count == 4, items.allSatisfy({ $0.double != nil }) {
      return [try color(value, machine)]
    }
    var colors: [PlotColor] = []
    for item in items { colors.append(try color(item, machine)) }
    return colors
  }

  /// A colormap by its name.
  ///
  /// - Parameter parameter: what Matplotlib calls the argument.
  static func colormap(
    _ value: Value?, _ fallback: String, as parameter: String = "cmap", _ machine: Machine
  ) throws(PyError) -> Colormap {
    guard let value else { return Colormap(fallback) ?? Colormap.standard }
    if let map: ColormapObject = value.asObject() { return map.map }
    if case .none = value { return Colormap(fallback) ?? Colormap.standard }
    guard case .string(let name) = value else {
      throw machine.error(
        "NotImplementedError",
        "\(parameter)=\(try machine.repr(value)) is not supported by Caderno")
    }
    if let map = Colormap(name) { return map }
    if MapNames.all.contains(name) {
      throw machine.error(
        "NotImplementedError", "the colormap '\(name)' is not supported by Caderno")
    }
    throw machine.error("ValueError", MapNames.refusal(of: name, parameter))
  }

  /// A size in points: a number, or a name such as `large`.
  static func size(_ value: Value, _ machine: Machine) throws(PyError) -> Double {
    let names: [String: Double] = [
      "xx-small": 5.79, "x-small": 6.94, "small": 8.33, "medium": 10, "large": 12,
      "x-large": 14.4, "xx-large": 17.28, "smaller": 8.33, "larger": 12,
    ]
    if case .string(let name) = value {
      if let size = names[name] { return size }
      if let size = Double(name) { return size }
      throw machine.error("ValueError", "'\(name)' is not a valid font size")
    }
    return try machine.number(value, "fontsize")
  }
}

extension Colormap {
  /// What images without a colormap have.
  static let standard = Colormap("viridis").unsafelyUnwrapped
}
