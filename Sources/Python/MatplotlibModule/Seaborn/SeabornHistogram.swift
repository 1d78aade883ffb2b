internal import PythonRuntime
internal import Matplotlib

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// seaborn's `histplot`.
struct SeabornHistogram {
  private let axes: PlotAxes
  private let data: SeabornData
  private let call: Call

  init(_ axes: PlotAxes, _ data: SeabornData, _ call: Call) {
    (self.axes, self.data, self.call) = (axes, data, call)
  }

  func draw() throws(PyError) {
    if let value = call.given("hue") { throw call.unsupported("hue", value) }
    if let value = call.given("y") { throw call.unsupported("y", value) }
    let stat = try call.string("stat") ?? "count"
    guard ["count", "density", "probability", "frequency"].contains(stat) else {
      throw call.unsupported("stat", .string(stat))
    }
    let values = try SeabornPlots.numbers(data.x, "x", call).filter(\.isFinite)
    let bins = call.given("bins") ?? .string("auto")
    let isAutomatic = if case .string("auto") = bins { true } else { false }
    let edges = try Bins.edges(values, isAutomatic ? .int(Self.count(values)) : bins, call)
    let total = Double(max(values.count, 1))
    var heights = [Double](repeating: 0, count: edges.count - 1)
    for value in values { if let place = Bins.place(value, edges) { heights[place] += 1 } }
    let counts = heights
    for index in heights.indices {
      let width = edges[index + 1] - edges[index]
      switch stat {
      case "density": heights[index] /= total * width
      case "probability": heights[index] /= total
      case "frequency": heights[index] /= width
      default: break
      }
    }
    let color = try call.color("color") ?? axes.takeColor()
    let hasCurve = try call.bool("kde", or: false)
    let alpha = try call.double("alpha") ?? (hasCurve ? 0.5 : 0.75)
    let edge = try call.color("edgecolor") ?? axes.look.patchEdge
    var bars = PlotBars(
      heights.indices.map { index in
        PlotBars.Bar(
          start: edges[index], extent: edges[index + 1] - edges[index], from: 0,
          to: heights[index], color: color.with(alpha: alpha))
      }, edge: edge, label: try StyleReading(call).label)
    // Edges are thinner where bars are narrow.
    let room = 357.12 / 1.1 / Double(max(counts.count, 1))
    bars.lineWidth = min(axes.look.patchWidth, room * 0.1)
    axes.append(.bars(bars))
    if hasCurve {
      let width = edges[1] - edges[0]
      let factors = ["count": total * width, "probability": width, "frequency": total]
      let factor = factors[stat] ?? 1.0
      addCurve(values, color, factor)
    }
    SeabornPlots.setLabels(
      axes, x: data.x?.name, y: stat.prefix(1).uppercased() + stat.dropFirst())
  }

  /// NumPy's `bins='auto'`: Sturges' or Freedman and Diaconis' number, whichever is greater.
  private static func count(_ values: [Double]) -> Int {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, last > first else { return 1 }
    let total = Double(sorted.count)
    var width = (last - first) / (log2(total) + 1)
    let box = BoxNumbers(sorted, reach: 1.5)
    let spread = 2 * (box.quarters[2] - box.quarters[0]) / pow(total, 1.0 / 3)
    if spread > 0 { width = min(width, spread) }
    return Int(max(1, min(10_000, ((last - first) / width).rounded(.up))))
  }

  /// A sum of bell curves of Scott's width, at 200 places.
  private func addCurve(_ values: [Double], _ color: PlotColor, _ factor: Double) {
    let total = Double(values.count)
    guard values.count > 1, let low = values.min(), let high = values.max(), low < high else {
      return
    }
    let mean = values.reduce(0, +) / total
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (total - 1)
    let width = variance.squareRoot() * pow(total, -0.2)
    let xs = (0..<200).map { low + (high - low) * Double($0) / 199 }
    let ys = xs.map { x in
      values.map { exp(-0.5 * ((x - $0) / width) * ((x - $0) / width)) }.reduce(0, +)
        / (total * width * (2 * Double.pi).squareRoot()) * factor
    }
    axes.append(
      .line(PlotLine(x: xs, y: ys, color: color, width: axes.look.lineWidth)))
    axes.y.isGrounded = true
  }
}
