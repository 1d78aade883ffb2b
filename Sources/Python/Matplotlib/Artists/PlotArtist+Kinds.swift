extension PlotArtist {
  /// Whether it is one of several parts that count as one.
  var isContainer: Bool {
    if case .bars(let bars) = self { bars.isContainer } else { false }
  }

  /// Matplotlib's `zorder` of its kind.
  var order: Double {
    switch self {
    case .image: 0
    case .bars, .area, .points, .wedges: 1
    case .shape(let shape): shape.isClosed ? 1 : 2
    case .line, .rule: 2
    case .text, .arrow: 3
    }
  }

  /// The name in a legend.
  package var label: String? {
    switch self {
    case .line(let line): line.label
    case .bars(let bars): bars.label
    case .points(let points): points.label
    case .area(let area): area.label
    case .rule(let rule): rule.label
    case .shape(let shape): shape.label
    case .image, .text, .wedges, .arrow: nil
    }
  }
}
