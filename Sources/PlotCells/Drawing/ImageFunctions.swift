internal import ArrayCells
internal import Cells
internal import NumericArrays
internal import Plots

/// `imshow` and `matshow`.
enum ImageFunctions {
  private static let parameters =
    "X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin=None, extent=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("imshow", parameters, show), AxesFunction("matshow", parameters, show),
    ]
  }

  private static func show(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    for name in ["norm", "extent"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let array = try PlotNumbers.array(call.required("X"), call.machine)
    var shape = array.shape
    if shape.count == 3, shape[2] == 1 { shape.removeLast() }
    let isColor = shape.count == 3 && (shape[2] == 3 || shape[2] == 4)
    guard shape.count == 2 || isColor else {
      let text = "(" + array.shape.map(String.init).joined(separator: ", ") + ")"
      throw call.error("TypeError", "Invalid shape \(text) for image data")
    }
    guard shape[0] <= 4096, shape[1] <= 4096 else {
      throw call.error("ValueError", "images of at most 4096 by 4096 can be drawn here")
    }
    var image =
      isColor ? colored(array, shape) : try mapped(array, shape, call)
    if let alpha = try call.double("alpha") {
      image.colors = image.colors.map { $0.with(alpha: alpha) }
    }
    let smoothing = try call.string("interpolation") ?? "auto"
    image.isSmooth = !["auto", "antialiased", "nearest", "none"].contains(smoothing)
    image.isUpsideDown = try call.string("origin") == "lower"
    axes.add(image)
    axes.isSquare = try call.string("aspect") != "auto"
    return .object(MappedObject(axes, image.mapping))
  }

  /// Numbers through a colormap.
  private static func mapped(
    _ array: NumericArray, _ shape: [Int], _ call: Call
  ) throws(PyError) -> PlotImage {
    let machine = call.machine
    let fallback = try PyplotModule.session(of: machine)?.text("image.cmap", machine)
    let map = try PlotNumbers.colormap(call.given("cmap"), fallback ?? "viridis", machine)
    let values = array.reals()
    let finite = values.filter(\.isFinite)
    let mapping = ColorMapping(
      map, low: try call.double("vmin") ?? finite.min() ?? 0,
      high: try call.double("vmax") ?? finite.max() ?? 1)
    return PlotImage(
      rows: shape[0], columns: shape[1], colors: values.map { mapping.color($0) }, values: values,
      mapping: mapping)
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
