internal import NumPyModule
internal import NumPy
internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `imshow` and `matshow`.
enum ImageFunctions {
  private static let parameters =
    "X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin=None, extent=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("imshow", parameters + ", zorder=None", show),
      AxesFunction("matshow", "Z, " + parameters.dropFirst("X, ".count)) {
        axes, call throws(PyError) in
        let shown = try show(axes, call.with("X", call.required("Z")))
        axes.title?.y = nil
        (axes.x.isFar, axes.x.hasTicks) = (true, (true, true))
        axes.x.locator = .whole(intervals: 9, isPlain: true)
        axes.y.locator = .whole(intervals: 9, isPlain: true)
        return shown
      },
    ]
  }

  private static func show(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    if let value = call.given("norm") { throw call.unsupported("norm", value) }
    let array = try numbers(call.required("X"), call)
    var shape = array.shape
    if shape.count == 3, shape[2] == 1 { shape.removeLast() }
    let isColor = shape.count == 3 && (shape[2] == 3 || shape[2] == 4)
    guard shape.count == 2 || isColor else {
      throw call.error("TypeError", "Invalid shape \(shapeText(array.shape)) for image data")
    }
    guard shape[0] <= 4096, shape[1] <= 4096 else {
      throw call.error("ValueError", "images of at most 4096 by 4096 can be drawn here")
    }
    var image =
      isColor ? colored(array, shape) : try mapped(array, shape, call)
    if let alpha = try call.double("alpha") {
      image.colors = image.colors.map { $0.with(alpha: alpha) }
    }
    let smoothing = try call.string("interpolation") ?? axes.look.interpolation
    image.isSmooth = !["auto", "antialiased", "nearest", "none"].contains(smoothing)
    image.isUpsideDown = try call.string("origin") == "lower"
    if let value = call.given("extent") {
      let ends = try PlotNumbers.list(value, call.machine)
      guard ends.count == 4 else { throw call.error("ValueError", "extent has four numbers") }
      image.extent = ends
      image.hasWholeExtent = try PlotNumbers.array(value, call.machine).dtype.isInteger
    }
    axes.add(image)
    // The first row of an image with an extent is at its top all the same.
    if image.extent != nil { axes.y.isInverted = false }
    axes.isSquare = try isSquare(call)
    if let order = try call.double("zorder") { axes.orders[axes.artists.count - 1] = order }
    return .object(MappedObject(axes, axes.artists.count - 1))
  }

  /// The values of an image; what is no number has Matplotlib's own error.
  private static func numbers(_ value: Value, _ call: Call) throws(PyError) -> NumericArray {
    if case .none = value { throw unfit("object", call) }
    let given = try? NumPyValue(value, call.machine)
    if let texts = try? given?.asTexts() { throw unfit(texts.dtypeName, call) }
    return try PlotNumbers.array(value, call.machine)
  }

  private static func unfit(_ dtype: String, _ call: Call) -> PyError {
    call.error("TypeError", "Image data of dtype \(dtype) cannot be converted to float")
  }

  private static func isSquare(_ call: Call) throws(PyError) -> Bool {
    switch call.given("aspect") {
    case nil, .string("equal")?: return true
    case .string("auto")?: return false
    case let value?:
      if value.double == 1 { return true }
      throw call.unsupported("aspect", value)
    }
  }

  /// Numbers through a colormap.
  private static func mapped(
    _ array: NumericArray, _ shape: [Int], _ call: Call
  ) throws(PyError) -> PlotImage {
    let machine = call.machine
    let fallback = PyplotModule.session(of: machine)?.look.colormap
    let map = try PlotNumbers.colormap(call.given("cmap"), fallback ?? "viridis", machine)
    let values = array.reals()
    let finite = values.filter(\.isFinite)
    let mapping = ColorMapping(
      map, low: try call.double("vmin") ?? finite.min() ?? 0,
      high: try call.double("vmax") ?? finite.max() ?? 1)
    var image = PlotImage(
      rows: shape[0], columns: shape[1], colors: values.map { mapping.color($0) }, values: values,
      mapping: mapping)
    image.dtype = array.dtype.rawValue
    return image
  }

  /// Red, green and blue, bytes or shares.
  private static func colored(_ array: NumericArray, _ shape: [Int]) -> PlotImage {
    let values = array.reals()
    let scale: Double = array.dtype.isInteger ? 255 : 1
    let channels = shape[2]
    let colors = stride(from: 0, to: values.count, by: channels).map { place in
      func part(_ channel: Int) -> Double { max(0, min(1, values[place + channel] / scale)) }
      return PlotColor(part(0), part(1), part(2), channels == 4 ? part(3) : 1)
    }
    return PlotImage(rows: shape[0], columns: shape[1], colors: colors)
  }
}
