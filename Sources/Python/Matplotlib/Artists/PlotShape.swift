#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Open or closed paths in the axes' numbers.
public struct PlotShape: Sendable {
  /// One path: its points in order.
  public struct Path: Sendable {
    /// Horizontal places in data coordinates, or in shares of the axes.
    public var x: [Double]
    /// Vertical places, as many as horizontal ones.
    public var y: [Double]

    /// A path through as many points as both lists have in common.
    public init(_ x: [Double], _ y: [Double]) { (self.x, self.y) = (x, y) }
  }

  /// Drawn as one: where closed paths lie within each other, an even number of them leaves a hole.
  public var paths: [Path]
  /// Whether each path ends where it began.
  public var isClosed: Bool
  /// The color of the inside; nil for none.
  public var face: PlotColor?
  /// The color of the line; nil for none.
  public var edge: PlotColor?
  /// The width of the line in points.
  public var width = 1.0
  /// How the line is broken: `-`, `--`, `-.`, `:` or empty for none.
  public var style = "-"
  /// Whether horizontal places are shares of the axes.
  public var sharesX = false
  /// Whether vertical places are shares of the axes.
  public var sharesY = false
  /// Whether the axes grow to show it.
  public var isReached = true
  /// Whether it counts only beside something else that the axes grow to show.
  public var isAdded = false
  /// Horizontal ends that get no margin, as Matplotlib's `sticky_edges`.
  public var stickyX: [Double] = []
  /// Vertical ends that get no margin.
  public var stickyY: [Double] = []
  /// Whether a legend shows it as a filled shape, though it is open.
  public var isPatch = false
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  public var label: String?
  /// What a colorbar beside it shows.
  public var mapping: ColorMapping?

  /// A shape in data coordinates, its line one point wide.
  public init(
    _ paths: [Path], isClosed: Bool, face: PlotColor? = nil, edge: PlotColor? = nil
  ) {
    (self.paths, self.isClosed, self.face, self.edge) = (paths, isClosed, face, edge)
  }
}

extension PlotShape {
  /// A circle of radius 1 in 180 steps.
  public static var circle: Path {
    let angles = (0..<180).map { Double($0) * .pi / 90 }
    return Path(angles.map { cos($0) }, angles.map { sin($0) })
  }
}
