/// Numbers at the crossings of a grid, and the lines of equal number through it.
package struct ContourGrid: Sendable {
  private let x: [Double]
  private let y: [Double]
  /// `[y, x]`.
  private let values: [Double]

  /// - Parameters:
  ///   - x: one for each column, in order.
  ///   - y: one for each row, in order.
  ///   - values: `[rows, columns]`.
  package init(x: [Double], y: [Double], values: [Double]) {
    (self.x, self.y, self.values) = (x, y, values)
  }

  /// A point with its number.
  private struct Corner {
    var x: Double
    var y: Double
    var value: Double

    /// Where the number is reached on the way to another point.
    func cut(_ other: Corner, at level: Double) -> Corner {
      let share = (level - value) / (other.value - value)
      return Corner(x: x + (other.x - x) * share, y: y + (other.y - y) * share, value: level)
    }
  }

  private func corners(_ row: Int, _ column: Int) -> [Corner]? {
    let places = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    let corners = places.map { Corner(x: x[$1], y: y[$0], value: values[$0 * x.count + $1]) }
    return corners.allSatisfy(\.value.isFinite) ? corners : nil
  }

  private func cells(_ body: ([Corner]) -> Void) {
    guard x.count > 1, y.count > 1 else { return }
    for row in 0..<y.count - 1 {
      for column in 0..<x.count - 1 {
        if let corners = corners(row, column) { body(corners) }
      }
    }
  }

  /// The pieces of the line of one number.
  package func line(at level: Double) -> [PlotShape.Path] {
    var paths: [PlotShape.Path] = []
    cells { corners in
      var cuts: [Corner] = []
      for index in 0..<4 {
        let (a, b) = (corners[index], corners[(index + 1) % 4])
        if (a.value > level) != (b.value > level) { cuts.append(a.cut(b, at: level)) }
      }
      // At a saddle the middle says which sides belong together.
      if cuts.count == 4 {
        let middle = corners.map(\.value).reduce(0, +) / 4
        if (middle > level) == (corners[0].value > level) { cuts.append(cuts.removeFirst()) }
      }
      for index in stride(from: 0, to: cuts.count - 1, by: 2) {
        let (a, b) = (cuts[index], cuts[index + 1])
        paths.append(.init([a.x, b.x], [a.y, b.y]))
      }
    }
    return Self.joined(paths)
  }

  /// What lies between two numbers, cell by cell.
  package func band(from low: Double, to high: Double) -> [PlotShape.Path] {
    var paths: [PlotShape.Path] = []
    cells { corners in
      let above = Self.clipped(corners, at: low) { $0 >= low }
      let between = Self.clipped(above, at: high) { $0 <= high }
      if between.count > 2 { paths.append(.init(between.map(\.x), between.map(\.y))) }
    }
    return paths
  }

  /// A polygon's part on one side (Sutherland and Hodgman, 1974).
  private static func clipped(
    _ corners: [Corner], at level: Double, _ isInside: (Double) -> Bool
  ) -> [Corner] {
    var kept: [Corner] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      if isInside(corner.value) { kept.append(corner) }
      if isInside(corner.value) != isInside(next.value) { kept.append(corner.cut(next, at: level)) }
    }
    return kept
  }

  /// Pieces that meet, made into long lines.
  private static func joined(_ pieces: [PlotShape.Path]) -> [PlotShape.Path] {
    func key(_ x: Double, _ y: Double) -> String { "\(x) \(y)" }
    var starts: [String: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      starts[key(piece.x[0], piece.y[0]), default: []].append(index)
      starts[key(piece.x[1], piece.y[1]), default: []].append(index)
    }
    var (isUsed, lines) = ([Bool](repeating: false, count: pieces.count), [PlotShape.Path]())
    for index in pieces.indices where !isUsed[index] {
      isUsed[index] = true
      var (xs, ys) = (pieces[index].x, pieces[index].y)
      for _ in 0..<2 {
        while let last = xs.last, let end = ys.last,
          let next = starts[key(last, end)]?.first(where: { !isUsed[$0] })
        {
          isUsed[next] = true
          let piece = pieces[next]
          let isForward = piece.x[0] == last && piece.y[0] == end
          xs.append(piece.x[isForward ? 1 : 0])
          ys.append(piece.y[isForward ? 1 : 0])
        }
        (xs, ys) = (xs.reversed(), ys.reversed())
      }
      lines.append(.init(xs, ys))
    }
    return lines
  }
}
