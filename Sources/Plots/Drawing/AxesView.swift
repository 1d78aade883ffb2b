#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The numbers at the ends of both axes: those that were set, or what the artists need and 5 % more.
struct AxesView {
  let x: (Double, Double)
  let y: (Double, Double)

  init(_ axes: PlotAxes) {
    let owner = axes.twinOf ?? axes
    let own = Extents(axes.artists)
    var shared = own
    if axes.isTwin { shared = Extents(owner.artists + axes.artists) }
    x = Self.limits(owner.x, shared.x, sticky: shared.stickyX)
    y = Self.limits(axes.y, own.y, sticky: own.stickyY)
  }

  private static func limits(
    _ axis: PlotAxis, _ data: (Double, Double)?, sticky: Set<Double>
  ) -> (Double, Double) {
    var (low, high) = data ?? (0, 1)
    if axis.isLogarithmic { return logarithmic(axis, low, high) }
    if low == high {
      low -= low == 0 ? 0.05 : abs(low) * 0.05
      high += high == 0 ? 0.05 : abs(high) * 0.05
    }
    if data != nil {
      let margin = (high - low) * 0.05
      if !sticky.contains(low) { low -= margin }
      if !sticky.contains(high) { high += margin }
    }
    let set = (axis.limits.0 ?? low, axis.limits.1 ?? high)
    return axis.isInverted && set.0 < set.1 ? (set.1, set.0) : set
  }

  private static func logarithmic(
    _ axis: PlotAxis, _ low: Double, _ high: Double
  ) -> (Double, Double) {
    let (first, last) = (max(low, 1e-300), max(high, 1e-300))
    let margin = pow(last / first, 0.05)
    return (axis.limits.0 ?? first / margin, axis.limits.1 ?? last * margin)
  }
}

/// What artists reach to.
struct Extents {
  private(set) var x: (Double, Double)?
  private(set) var y: (Double, Double)?
  /// Ends that get no margin: the ground of bars, the edges of images.
  private(set) var stickyX: Set<Double> = []
  private(set) var stickyY: Set<Double> = []

  init(_ artists: [PlotArtist]) {
    for artist in artists { add(artist) }
  }

  private mutating func add(_ artist: PlotArtist) {
    switch artist {
    case .line(let line):
      reach(line.x, line.y)
    case .points(let points): reach(points.x, points.y)
    case .area(let area): reach(area.x + area.x, area.low + area.high)
    case .bars(let bars):
      for bar in bars.bars {
        let along = [bar.start, bar.start + bar.extent]
        let across = [bar.from, bar.to]
        if bars.isHorizontal {
          reach(across, along)
          stickyX.insert(bar.from)
        } else {
          reach(along, across)
          stickyY.insert(bar.from)
        }
      }
    case .image(let image):
      let (right, bottom) = (Double(image.columns) - 0.5, Double(image.rows) - 0.5)
      reach([-0.5, right], [-0.5, bottom])
      stickyX.formUnion([-0.5, right])
      stickyY.formUnion([-0.5, bottom])
    case .rule(let rule):
      if rule.isHorizontal { reach([], [rule.value]) } else { reach([rule.value], []) }
    case .wedges:
      reach([-1.25, 1.25], [-1.25, 1.25])
      stickyX.formUnion([-1.25, 1.25])
      stickyY.formUnion([-1.25, 1.25])
    case .text: break
    }
  }

  private mutating func reach(_ xs: [Double], _ ys: [Double]) {
    x = Self.joined(x, xs)
    y = Self.joined(y, ys)
  }

  private static func joined(_ old: (Double, Double)?, _ values: [Double]) -> (Double, Double)? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return old }
    guard let old else { return (low, high) }
    return (min(old.0, low), max(old.1, high))
  }
}
