#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The outlines of markers around a point, as Matplotlib has them.
enum MarkerPath {
  static let names = Set(".,ov^<>sp*hH+xXDd|_P1234")

  /// How a marker is painted.
  struct Paint {
    var face: PlotColor
    var edge: PlotColor
    var width: Double
  }

  /// - Parameter size: the marker's extent in points, its edge left out.
  static func element(
    _ marker: String, _ x: Double, _ y: Double, size: Double, _ paint: Paint
  ) -> String {
    let n = SVGText.number
    let r = size / 2
    let isOpen = !["o", ".", ","].contains(marker) && corners(marker) == nil
    let attributes = SVGText.paint(
      fill: isOpen ? nil : paint.face, stroke: paint.edge, width: paint.width)
    if marker == "o" || marker == "." {
      let radius = marker == "o" ? r : r / 2
      return "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\"\(attributes)/>"
    }
    if marker == "," {
      let pixel = SVGText.attributes(
        PageRectangle(x: x - 0.36, y: y - 0.36, width: 0.72, height: 0.72))
      return "<rect\(pixel)\(SVGText.paint(fill: paint.face))/>"
    }
    if let corners = corners(marker) {
      let path = corners.map { "\(n(x + $0.0 * r)) \(n(y - $0.1 * r))" }.joined(separator: "L")
      return "<path d=\"M\(path)Z\"\(attributes)/>"
    }
    let path = strokes(marker).map { from, to in
      "M\(n(x + from.0 * r)) \(n(y - from.1 * r))L\(n(x + to.0 * r)) \(n(y - to.1 * r))"
    }.joined()
    return "<path d=\"\(path)\"\(attributes)/>"
  }

  /// The corners of filled markers, up positive, in halves of the size.
  private static func corners(_ marker: String) -> [(Double, Double)]? {
    let third = 1.0 / 3
    switch marker {
    case "s": return [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    case "^": return [(0, 1), (-1, -1), (1, -1)]
    case "v": return [(0, -1), (1, 1), (-1, 1)]
    case "<": return [(-1, 0), (1, -1), (1, 1)]
    case ">": return [(1, 0), (-1, 1), (-1, -1)]
    case "D", "d":
      let (long, wide) = (
        2.0.squareRoot(), marker == "D" ? 2.0.squareRoot() : 0.6 * 2.0.squareRoot()
      )
      return [(0, long), (-wide, 0), (0, -long), (wide, 0)]
    case "p": return regular(5)
    case "h": return regular(6)
    case "H": return regular(6, turn: .pi / 6)
    case "*":
      let (outer, inner) = (regular(5), regular(5, turn: .pi / 5))
      return zip(outer, inner).flatMap { [$0, ($1.0 * 0.381966, $1.1 * 0.381966)] }
    case "P":
      return [
        (-third, -1), (third, -1), (third, -third), (1, -third), (1, third), (third, third),
        (third, 1), (-third, 1), (-third, third), (-1, third), (-1, -third), (-third, -third),
      ]
    case "X":
      return [
        (-0.5, -1), (0, -0.5), (0.5, -1), (1, -0.5), (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5),
        (-0.5, 1), (-1, 0.5), (-0.5, 0), (-1, -0.5),
      ]
    default: return nil
    }
  }

  private static func regular(_ count: Int, turn: Double = 0) -> [(Double, Double)] {
    (0..<count).map { index in
      let angle = .pi / 2 + turn + 2 * .pi * Double(index) / Double(count)
      return (cos(angle), sin(angle))
    }
  }

  /// The lines of markers without a face.
  private static func strokes(_ marker: String) -> [((Double, Double), (Double, Double))] {
    switch marker {
    case "x": [((-1, -1), (1, 1)), ((-1, 1), (1, -1))]
    case "|": [((0, -1), (0, 1))]
    case "_": [((-1, 0), (1, 0))]
    case "1": [((0, 0), (0, -1)), ((0, 0), (0.8, 0.5)), ((0, 0), (-0.8, 0.5))]
    case "2": [((0, 0), (0, 1)), ((0, 0), (0.8, -0.5)), ((0, 0), (-0.8, -0.5))]
    case "3": [((0, 0), (-1, 0)), ((0, 0), (0.5, 0.8)), ((0, 0), (0.5, -0.8))]
    case "4": [((0, 0), (1, 0)), ((0, 0), (-0.5, 0.8)), ((0, 0), (-0.5, -0.8))]
    default: [((-1, 0), (1, 0)), ((0, -1), (0, 1))]
    }
  }
}
