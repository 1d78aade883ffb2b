#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Open or closed paths in the axes' numbers.
public struct PlotShape: Sendable {
  /// One path: its points in order.
  public struct Path: Sendable {
    public var x: [Double]
    public var y: [Double]

    public init(_ x: [Double], _ y: [Double]) { (self.x, self.y) = (x, y) }
  }

  public var paths: [Path]
  public var isClosed: Bool
  public var face: PlotColor?
  public var edge: PlotColor?
  public var width = 1.0
  /// How edges are broken.
  public var style = "-"
  /// Whether horizontal or vertical places are shares of the axes.
  public var sharesX = false
  public var sharesY = false
  /// Whether the axes grow to show it.
  public var isReached = true
  /// Whether it counts only beside something else that the axes grow to show.
  public var isAdded = false
  /// Ends that get no margin.
  public var stickyX: [Double] = []
  public var stickyY: [Double] = []
  /// Whether a legend shows it as a filled shape, though it is open.
  public var isPatch = false
  public var label: String?
  /// What a colorbar beside it shows.
  public var mapping: ColorMapping?

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
