/// A rectangle in points from the page's upper left corner.
struct PageRectangle: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The smallest rectangle around points.
  init(around points: [(x: Double, y: Double)]) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    (x, y) = (xs.min() ?? 0, ys.min() ?? 0)
    (width, height) = ((xs.max() ?? 0) - x, (ys.max() ?? 0) - y)
  }

  func union(_ other: PageRectangle) -> PageRectangle {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return PageRectangle(
      x: left, y: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }

  func padded(_ pad: Double) -> PageRectangle {
    PageRectangle(x: x - pad, y: y - pad, width: width + 2 * pad, height: height + 2 * pad)
  }

  func contains(_ point: (x: Double, y: Double)) -> Bool {
    point.x > x && point.x < right && point.y > y && point.y < bottom
  }

  func overlaps(_ other: PageRectangle) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// A rectangle of some size inside, at shares of the room that is left; from below and the left.
  func placing(_ width: Double, _ height: Double, anchor: (x: Double, y: Double)) -> PageRectangle {
    PageRectangle(
      x: x + (self.width - width) * anchor.x, y: y + (self.height - height) * (1 - anchor.y),
      width: width, height: height)
  }

  /// The largest rectangle inside whose units are as wide as high, for axes with images.
  func squared(_ axes: PlotAxes) -> PageRectangle {
    guard axes.isSquare else { return self }
    let view = AxesView(axes)
    let (unitsX, unitsY) = (abs(view.x.1 - view.x.0), abs(view.y.1 - view.y.0))
    guard unitsX > 0, unitsY > 0 else { return self }
    let unit = min(width / unitsX, height / unitsY)
    return placing(unit * unitsX, unit * unitsY, anchor: axes.anchor)
  }
}
