/// What programs ask axes for.
extension PlotAxes {
  /// The numbers at both ends of both axes.
  package var limits: (x: (Double, Double), y: (Double, Double)) {
    let view = AxesView(self)
    return (view.x, view.y)
  }

  /// The ticks that a figure of usual size shows.
  package func shownTicks(isHorizontal: Bool) -> (places: [Double], texts: [String]) {
    let frame = PageRectangle(x: 0, y: 0, width: 357.12, height: 266.112)
    let drawing = AxesDrawing(self, frame, id: "")
    let ticks = isHorizontal ? drawing.xTicks : drawing.yTicks
    return (ticks.places, ticks.texts)
  }

  /// All ticks and their texts, those beyond the view's ends with them.
  package func allTicks(isHorizontal: Bool) -> (places: [Double], texts: [String]) {
    let axis = isHorizontal ? x : y
    let view = isHorizontal ? limits.x : limits.y
    guard axis.locator == .automatic, !axis.isLogarithmic else {
      return shownTicks(isHorizontal: isHorizontal)
    }
    let room = (isHorizontal ? 357.12 / 3 : 266.112 / 2) / max(axis.tickStyle.size, 0.01)
    let places =
      axis.ticks
      ?? TickLocator.around(
        min(view.0, view.1), max(view.0, view.1),
        .init(intervals: max(1, min(9, Int(min(room, 9))))))
    let texts = axis.tickTexts ?? TickText(places, view: view).texts
    return (places, places.indices.map { $0 < texts.count ? texts[$0] : "" })
  }

  /// Makes room for ticks that were set: the view reaches to all of them.
  package func reach(_ places: [Double], isHorizontal: Bool) {
    guard let low = places.filter(\.isFinite).min(), let high = places.filter(\.isFinite).max()
    else { return }
    let view = isHorizontal ? limits.x : limits.y
    let (first, last) = (min(view.0, view.1), max(view.0, view.1))
    guard low < first || high > last, !artists.isEmpty || places.count > 1 else { return }
    let (from, to) = (min(low, first), max(high, last))
    let ends: (Double?, Double?) = view.0 <= view.1 ? (from, to) : (to, from)
    if isHorizontal {
      (x.limits, x.isInverted) = (ends, false)
    } else {
      (y.limits, y.isInverted) = (ends, false)
    }
  }
}

/// Where axes lie in a figure as it is now.
package struct FigurePlaces {
  private let layout: FigureLayout
  /// Lays a figure out with the spacing that it has now.
  package init(_ figure: PlotFigure) {
    layout = FigureLayout(figure: figure, spacing: figure.spacing)
  }

  /// Width and height in points.
  package func frame(of axes: PlotAxes) -> (width: Double, height: Double) {
    let frame = layout.frame(of: axes)
    return (frame.width, frame.height)
  }
}

extension PlotText {
  /// A text's width in points.
  package static func width(_ text: String, size: Double) -> Double {
    TextSize.width(text, size: size)
  }
}
