internal import PythonRuntime
internal import Matplotlib

/// `Bbox`: a rectangle in shares of a figure.
final class BoxObject: HostObject {
  private let left, bottom, width, height: Double

  /// - Parameter place: left, bottom, width and height.
  init(_ place: [Double]) {
    (left, bottom, width, height) = (place[0], place[1], place[2], place[3])
  }

  override var hostType: TypeObject { Self.boxType }

  override func repr(_ machine: Machine) -> String {
    "Bbox([[\(left), \(bottom)], [\(left + width), \(bottom + height)]])"
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    let (right, top) = (left + width, bottom + height)
    let numbers = [
      "x0": left, "y0": bottom, "x1": right, "y1": top, "xmin": left, "ymin": bottom,
      "xmax": right, "ymax": top, "width": right - left, "height": top - bottom,
    ]
    if let number = numbers[name] {
      return try machine.array(PlotNumbers.array([number], machine))[0]
    }
    guard name == "bounds" else { return nil }
    return try PlotNumbers.tuple([left, bottom, right - left, top - bottom], machine)
  }

  private static let boxType = SharedType(
    "Bbox", module: "matplotlib.transforms",
    properties: [
      "bounds", "x0", "y0", "x1", "y1", "xmin", "ymin", "xmax", "ymax", "width", "height",
    ])
}

extension PlotColor {
  /// Red, green and blue as a tuple, and the opacity where it is wanted.
  func parts(withAlpha hasAlpha: Bool = false) -> TupleObject {
    TupleObject(([red, green, blue] + (hasAlpha ? [alpha] : [])).map(Value.float))
  }
}
