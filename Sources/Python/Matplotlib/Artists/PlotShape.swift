#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Open or closed paths in the axes' numbers.
package struct PlotShape: Sendable {
  /// One path: its points in order.
  package struct Path: Sendable {
    /// Horizontal places in data coordinates, or in shares of the axes.
    package var x: [Double]
    /// Vertical places, as many as horizontal ones.
    package var y: [Double]

    /// A path through as many points as both lists have in common.
    package init(_ x: [Double], _ y: [Double]) { (self.x, self.y) = (x, y) }
  }

  /// Drawn as one: where closed paths lie within each other, an even number of them leaves a hole.
  package var paths: [Path]
  /// Whether each path ends where it began.
  package var isClosed: Bool
  /// The color of the inside; nil for none.
  package var face: PlotColor?
  /// The color of the line; nil for none.
  package var edge: PlotColor?
  /// The width of the line in points.
  package var width = 1.0
  /// How the line is broken: `-`, `--`, `-.`, `:` or empty for none.
  package var style = "-"
  /// Whether horizontal places are shares of the axes.
  package var sharesX = false
  /// Whether vertical places are shares of the axes.
  package var sharesY = false
  /// Whether the axes grow to show it.
  package var isReached = true
  /// Whether it counts only beside something else that the axes grow to show.
  package var isAdded = false
  /// Horizontal ends that get no margin, as Matplotlib's `sticky_edges`.
  package var stickyX: [Double] = []
  /// Vertical ends that get no margin.
  package var stickyY: [Double] = []
  /// Whether a legend shows it as a filled shape, though it is open.
  package var isPatch = false
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?
  /// What a colorbar beside it shows.
  package var mapping: ColorMapping?

  /// A shape in data coordinates, its line one point wide.
  package init(
    _ paths: [Path], isClosed: Bool, face: PlotColor? = nil, edge: PlotColor? = nil
  ) {
    (self.paths, self.isClosed, self.face, self.edge) = (paths, isClosed, face, edge)
  }
}

extension PlotShape {
  /// A circle of radius 1 in 180 steps.
  package static var circle: Path {
    let angles = (0..<180).map { Double($0) * .pi / 90 }
    return Path(angles.map { cos($0) }, angles.map { sin($0) })
  }
}
