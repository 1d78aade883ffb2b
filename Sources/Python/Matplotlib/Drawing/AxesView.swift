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
    let twins = axes.twinOf.map { [$0, axes] } ?? [axes]
    let xs = axes.groups.x?.members ?? (axes.sharesX ? twins : [axes])
    let ys = axes.groups.y?.members ?? (axes.sharesY ? twins : [axes])
    x = Self.limits((axes.sharesX ? owner : axes), xs, \.x, \.x, \.stickyX)
    y = Self.limits((axes.sharesY ? owner : axes), ys, \.y, \.y, \.stickyY)
  }

  /// - Parameter all: the axes that have the same limits.
  private static func limits(
    _ axes: PlotAxes, _ all: [PlotAxes], _ axis: KeyPath<PlotAxes, PlotAxis>,
    _ extent: KeyPath<Extents, (Double, Double)?>, _ sticky: KeyPath<Extents, Set<Double>>
  ) -> (Double, Double) {
    let reached = Extents(all.flatMap(\.artists))
    var own = axes[keyPath: axis]
    for other in all.map({ $0[keyPath: axis] }) where own.limits == (nil, nil) {
      own.limits = other.limits
      own.isInverted = own.isInverted || other.isInverted
    }
    return limits(own, reached[keyPath: extent], sticky: reached[keyPath: sticky])
  }

  private init(x: (Double, Double), y: (Double, Double)) { (self.x, self.y) = (x, y) }

  /// A view in which units are as wide as high, if that is asked for.
  func widened(_ isEqual: Bool, _ frame: PageRectangle) -> AxesView {
    guard isEqual, frame.width > 0, frame.height > 0 else { return self }
    let (unitX, unitY) = ((x.1 - x.0) / frame.width, (y.1 - y.0) / frame.height)
    guard unitX != 0, unitY != 0 else { return self }
    let share = abs(unitX / unitY)
    func grown(_ ends: (Double, Double), _ factor: Double) -> (Double, Double) {
      let (middle, half) = ((ends.0 + ends.1) / 2, (ends.1 - ends.0) / 2 * factor)
      return (middle - half, middle + half)
    }
    return share < 1 ? AxesView(x: grown(x, 1 / share), y: y) : AxesView(x: x, y: grown(y, share))
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
      // A margin doesn't go beyond an edge that sticks.
      let (margin, slack) = ((high - low) * axis.margin, (high - low) * 1e-8)
      let edges = axis.isGrounded ? sticky.union([0]) : sticky
      let below = edges.filter { $0 <= low + slack }.max() ?? -.infinity
      let above = edges.filter { $0 >= high - slack }.min() ?? .infinity
      (low, high) = (max(low - margin, below), min(high + margin, above))
    }
    let set = (axis.limits.0 ?? low, axis.limits.1 ?? high)
    return axis.isInverted && set.0 < set.1 ? (set.1, set.0) : set
  }

  private static func logarithmic(
    _ axis: PlotAxis, _ low: Double, _ high: Double
  ) -> (Double, Double) {
    let (first, last) = (max(low, 1e-300), max(high, 1e-300))
    let margin = pow(last / first, axis.margin)
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
    let hasOthers = artists.contains { artist in
      switch artist {
      case .image, .text, .arrow: false
      case .shape(let shape): !shape.isAdded
      default: true
      }
    }
    for artist in artists {
      if case .shape(let shape) = artist, shape.isAdded, !hasOthers { continue }
      add(artist)
    }
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
      let place = image.place
      reach([place.left, place.right], [place.bottom, place.top])
      stickyX.formUnion([place.left, place.right])
      stickyY.formUnion([place.bottom, place.top])
    case .rule(let rule):
      if rule.isHorizontal { reach([], [rule.value]) } else { reach([rule.value], []) }
    case .wedges:
      reach([-1.25, 1.25], [-1.25, 1.25])
      stickyX.formUnion([-1.25, 1.25])
      stickyY.formUnion([-1.25, 1.25])
    case .shape(let shape) where shape.isReached:
      for path in shape.paths {
        reach(shape.sharesX ? [] : path.x, shape.sharesY ? [] : path.y)
      }
      stickyX.formUnion(shape.stickyX)
      stickyY.formUnion(shape.stickyY)
    case .text, .shape, .arrow: break
    }
  }

  private mutating func reach(_ xs: [Double], _ ys: [Double]) {
    x = Self.joined(x, xs)
    y = Self.joined(y, ys)
  }

  private static func joined(_ old: (Double, Double)?, _ values: [Double]) -> (Double, Double)? {
    // Numbers near the largest have differences that are no numbers.
    let finite = values.filter { abs($0) < 1e300 }
    guard let low = finite.min(), let high = finite.max() else { return old }
    guard let old else { return (low, high) }
    return (min(old.0, low), max(old.1, high))
  }
}
