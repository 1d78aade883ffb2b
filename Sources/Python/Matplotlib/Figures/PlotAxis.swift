/// One axis: its limits, ticks and label.
package struct PlotAxis: Sendable {
  /// The text along the axis; nil for none.
  package var label: (text: String, style: TextStyle)?
  /// Between the label and the texts of ticks, in points.
  package var labelPad = 4.0
  /// Set limits; the first may be the larger one. Nil for what the artists need.
  package var limits: (Double?, Double?) = (nil, nil)
  /// The share of the artists' extent that is added at both ends.
  package var margin = 0.05
  /// Whether places are by the logarithm to base 10; numbers below 10⁻³⁰⁰ count as that.
  package var isLogarithmic = false
  /// Set places of ticks; nil for automatic ones.
  package var ticks: [Double]?
  /// Set texts of ticks.
  package var tickTexts: [String]?
  /// The look of the ticks' texts.
  package var tickStyle = TextStyle()
  /// How far the ticks' texts are turned, in degrees against the clock.
  package var tickRotation = 0.0
  /// How turned texts are held: `left`, `center` or `right`; nil for the middle below the tick.
  package var tickAlignment: String?
  /// Whether texts are aligned before they are turned, as Matplotlib's `rotation_mode='anchor'`.
  package var areTicksAlignedFirst = false
  /// The length of ticks in points.
  package var tickLength = 3.5
  /// In points.
  package var tickWidth = 0.8
  /// The color of ticks, not of their texts.
  package var tickColor = PlotColor.black
  /// Between ticks and their texts, in points.
  package var tickPad = 3.5
  /// Whether ticks are drawn into the axes rather than out of them.
  package var areTicksInside = false
  /// Whether ticks have texts.
  package var hasTickTexts = true
  /// Whether texts and the label are at the top or on the right.
  package var isFar = false
  /// Whether ticks are at the bottom or on the left, and at the top or on the right.
  package var hasTicks = (near: true, far: false)
  /// Whether there are ticks between the others; logarithmic axes have them in any case.
  package var hasMinorTicks = false
  /// How ticks are found where `ticks` is nil and the axis isn't logarithmic.
  package var locator = PlotLocator.automatic
  /// Whether numbers grow to the left or downwards.
  package var isInverted = false
  /// Whether zero gets no margin where it is an end.
  package var isGrounded = false
  /// The texts that stand for places, in the order in which they came.
  package var categories: [String] = []
  /// The lines at this axis' ticks; nil for none.
  package var grid: PlotGrid?

  /// A linear axis with Matplotlib's defaults.
  package init() {}
}

/// How places of ticks are found where none are set.
package enum PlotLocator: Sendable, Equatable {
  /// Steps of 1, 2, 2.5, 5 and 10, as many as there is room for.
  case automatic
  /// Whole numbers, in steps of 1, 2, 5 and 10 or in many more.
  case whole(intervals: Int, isPlain: Bool)
  /// At most so many intervals.
  case most(intervals: Int)
  case multiples(of: Double)
}

/// The lines of a grid.
package struct PlotGrid: Sendable {
  /// Matplotlib's `#b0b0b0`.
  package var color = PlotColor(0.6902, 0.6902, 0.6902)
  /// `-`, `--`, `-.`, `:` or empty for none.
  package var style = "-"
  /// In points.
  package var width = 0.8
  /// Whether there are lines at minor ticks too.
  package var hasMinor = false
  /// Solid gray lines, 0.8 points wide.
  package init() {}
}
