/// The corners of lines that step.
enum LineSteps {
  /// The points that are joined.
  static func points(_ line: PlotLine) -> ([Double], [Double]) {
    let (x, y) = (line.x, line.y)
    guard let kind = line.steps, x.count > 1, x.count == y.count else { return (x, y) }
    var (xs, ys) = ([x[0]], [y[0]])
    for index in 1..<x.count {
      switch kind {
      case "pre":
        xs += [x[index - 1], x[index]]
        ys += [y[index], y[index]]
      case "post":
        xs += [x[index], x[index]]
        ys += [y[index - 1], y[index]]
      default:
        let middle = (x[index - 1] + x[index]) / 2
        xs += [middle, middle]
        ys += [y[index - 1], y[index]]
      }
    }
    if kind == "mid" {
      xs.append(x[x.count - 1])
      ys.append(y[y.count - 1])
    }
    return (xs, ys)
  }
}
