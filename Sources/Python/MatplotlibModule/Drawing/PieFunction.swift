internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `pie`.
enum PieFunction {
  static func pie(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    if try call.bool("shadow", or: false) { throw call.unsupported("shadow", .bool(true)) }
    let shares = try PlotNumbers.list(call.required("x"), machine)
    try check(shares, call)
    let total = max(shares.reduce(0, +), .leastNormalMagnitude)
    var insides: [String] = []
    if let format = try call.string("autopct") {
      for share in shares {
        insides.append(
          try machine.str(
            machine.binary(.remainder, .string(format), .float(share / total * 100))))
      }
    }
    let labels = try call.given("labels").map { value throws(PyError) in
      try PlotNumbers.categories(value, machine) ?? []
    }
    if let labels { try check(labels.count, "labels", shares, call) }
    let colors = try call.given("colors").map { value throws(PyError) in
      try PlotNumbers.colors(value, machine)
    }
    var wedges = PlotWedges(
      shares: shares, labels: labels ?? [],
      colors: colors ?? shares.map { _ in axes.takeColor(isPatch: true) },
      insides: insides, startAngle: try call.double("startangle", or: 0))
    wedges.radius = try call.double("radius", or: 1)
    wedges.isCounterClockwise = try call.bool("counterclock", or: true)
    wedges.labelDistance = try call.double("labeldistance", or: 1.1)
    wedges.insideDistance = try call.double("pctdistance", or: 0.6)
    if let value = call.given("explode") {
      wedges.explode = try PlotNumbers.list(value, machine)
      try check(wedges.explode.count, "explode", shares, call)
    }
    try style(&wedges, call)
    axes.artists.append(.wedges(wedges))
    (axes.isSquare, axes.isOn) = (true, false)
    return .object(ArtistObject(last: axes, ArtistObject.pie))
  }

  /// Refuses sizes that no wedges can have.
  private static func check(_ shares: [Double], _ call: Call) throws(PyError) {
    if try PlotNumbers.array(call.required("x"), call.machine).ndim > 1 {
      throw call.error("ValueError", "x must be 1D")
    }
    guard shares.allSatisfy(\.isFinite) else {
      throw call.error("ValueError", "Wedge sizes must be finite numbers")
    }
    if shares.contains(where: { $0 < 0 }) {
      throw call.error("ValueError", "Wedge sizes 'x' must be non negative values")
    }
    if shares.reduce(0, +) == 0 { throw call.error("ValueError", "All wedge sizes are zero") }
  }

  private static func check(
    _ count: Int, _ name: String, _ shares: [Double], _ call: Call
  ) throws(PyError) {
    guard count == shares.count else {
      throw call.error("ValueError", "'\(name)' must be of length 'x', not \(count)")
    }
  }

  /// `wedgeprops` and `textprops`.
  private static func style(_ wedges: inout PlotWedges, _ call: Call) throws(PyError) {
    let machine = call.machine
    if let properties: DictObject = call["wedgeprops"]?.asObject() {
      for (key, value) in properties.pairs {
        switch try machine.str(key) {
        case "edgecolor", "ec": wedges.edge = try PlotNumbers.color(value, machine)
        case "linewidth", "lw": wedges.edgeWidth = try machine.number(value, "linewidth")
        default: throw call.unsupported("wedgeprops", .object(properties))
        }
      }
    }
    guard let properties: DictObject = call["textprops"]?.asObject() else { return }
    for (key, value) in properties.pairs {
      switch try machine.str(key) {
      case "fontsize", "size": wedges.textStyle.size = try PlotNumbers.size(value, machine)
      case "color": wedges.textStyle.color = try PlotNumbers.color(value, machine)
      case "weight", "fontweight":
        wedges.textStyle.isBold = try StyleReading.isBold(value, machine)
      default: throw call.unsupported("textprops", .object(properties))
      }
    }
  }
}
