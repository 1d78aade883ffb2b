extension PlotFigure {
  /// Where axes lie as Matplotlib computes it, in shares of the figure from its lower left corner.
  ///
  /// - Returns: left, bottom, width and height; nil where the place depends on texts or on a colorbar.
  package func place(of axes: PlotAxes) -> [Double]? {
    let owner = axes.twinOf ?? axes
    guard !isTight, !wasLaidOut, owner.bar == nil, owner.content == nil else { return nil }
    let place = owner.place ?? cellPlace(owner)
    guard owner.isSquare, place.count == 4 else { return place }
    return squared(place, owner)
  }

  private func cellPlace(_ axes: PlotAxes) -> [Double] {
    let cell = axes.cell ?? PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0)
    let across = Self.edges(
      cell.columns, spacing.right - spacing.left, spacing.between.x, spacing.ratios.columns
    ).map { (spacing.left + $0.0, spacing.left + $0.1) }
    let down = Self.edges(
      cell.rows, spacing.top - spacing.bottom, spacing.between.y, spacing.ratios.rows
    ).map { (spacing.top - $0.0, spacing.top - $0.1) }
    let (left, right) = (across[cell.column.lowerBound].0, across[cell.column.upperBound].1)
    let (top, bottom) = (down[cell.row.lowerBound].0, down[cell.row.upperBound].1)
    return [left, bottom, right - left, top - bottom]
  }

  /// The starts and ends of a grid's cells from its first edge, added up one after the other.
  private static func edges(
    _ count: Int, _ extent: Double, _ between: Double, _ ratios: [Double]
  ) -> [(Double, Double)] {
    let size = extent / (Double(count) + between * Double(count - 1))
    let ratios = ratios.count == count ? ratios : [Double](repeating: 1, count: count)
    let unit = size * Double(count) / ratios.reduce(0, +)
    var end = 0.0
    return ratios.enumerated().map { index, ratio in
      let start = end + (index == 0 ? 0 : between * size)
      end = start + ratio * unit
      return (start, end)
    }
  }

  /// The largest place inside in which units are as wide as high.
  private func squared(_ place: [Double], _ axes: PlotAxes) -> [Double] {
    let limits = axes.limits
    let ratio = abs(limits.y.1 - limits.y.0) / abs(limits.x.1 - limits.x.0)
    let page = height / width
    var (wide, high) = (place[2], place[2] * ratio / page)
    if high > place[3] { (wide, high) = (place[3] * page / ratio, place[3]) }
    return [
      place[0] + axes.anchor.x * (place[2] - wide), place[1] + axes.anchor.y * (place[3] - high),
      wide, high,
    ]
  }
}
