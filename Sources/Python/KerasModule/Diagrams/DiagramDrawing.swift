internal import PythonRuntime
internal import Texts

/// A model's drawing as an SVG, as Graphviz draws it for Keras.
struct DiagramDrawing {
  private let graph: DiagramGraph
  private let layout: DiagramLayout
  /// Whether the layers go from left to right.
  private let isWide: Bool
  private static let margin = 8.0

  init(_ graph: DiagramGraph, isWide: Bool) {
    self.graph = graph
    self.isWide = isWide
    layout = DiagramLayout(
      sizes: graph.nodes.map {
        isWide ? (main: $0.width, cross: $0.height) : (main: $0.height, cross: $0.width)
      }, edges: graph.edges)
  }

  var svg: String {
    let size = layout.size
    let (width, height) = isWide ? (size.main, size.cross) : (size.cross, size.main)
    let (w, h) = (Self.number(width + 2 * Self.margin), Self.number(height + 2 * Self.margin))
    let lines = layout.routes.map { line($0) }
    let boxes = graph.nodes.indices.map { box($0) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)" \
      font-family="Helvetica, Arial, sans-serif" text-anchor="middle">
      <rect width="\(w)" height="\(h)" fill="white"/>
      \((lines + boxes).joined(separator: "\n"))
      </svg>

      """
  }

  /// A point of the picture from places along both axes of the layout.
  private func point(_ main: Double, _ cross: Double) -> String {
    let (x, y) = isWide ? (main, cross) : (cross, main)
    return "\(Self.number(x + Self.margin)) \(Self.number(y + Self.margin))"
  }

  /// A line in right angles, with an arrow at its end.
  private func line(_ route: [Int]) -> String {
    var path = ""
    var end = (main: 0.0, cross: 0.0)
    for (from, to) in zip(route, route.dropFirst()) {
      let (start, target) = (layout.position(of: from), layout.position(of: to))
      let isFirst = path.isEmpty
      let begin = layout.extent(ofRankOf: from) + rankStart(from)
      if isFirst {
        let node = graph.nodes[from]
        path = "M" + point(start.main + (isWide ? node.width : node.height), start.cross)
      }
      path += "L" + point(begin, start.cross)
      if start.cross != target.cross {
        let turn = begin + DiagramLayout.rankGap / 2
        path += "L" + point(turn, start.cross) + "L" + point(turn, target.cross)
      }
      end = (target.main, target.cross)
    }
    path += "L" + point(end.main - 7, end.cross)
    let tip = [(-8.0, -4.0), (-8.0, 4.0), (0.0, 0.0)].map { point(end.main + $0, end.cross + $1) }
    return
      "<path d=\"\(path)\" fill=\"none\" stroke=\"black\" stroke-width=\"1.5\"/><path d=\"M\(tip.joined(separator: "L"))Z\"/>"
  }

  private func rankStart(_ item: Int) -> Double {
    let place = layout.position(of: item).main
    guard item < graph.nodes.count else { return place }
    let node = graph.nodes[item]
    let own = isWide ? node.width : node.height
    return place - (layout.extent(ofRankOf: item) - own) / 2
  }

  private func box(_ index: Int) -> String {
    let (node, place) = (graph.nodes[index], layout.position(of: index))
    let x = (isWide ? place.main : place.cross - node.width / 2) + Self.margin
    var y = (isWide ? place.cross - node.height / 2 : place.main) + Self.margin
    var parts = [
      rectangle(x, y, node.width, node.height, "black"),
      text(
        node.header, x + node.width / 2, y + DiagramNode.headerHeight / 2,
        DiagramNode.headerSize, "white"),
    ]
    y += DiagramNode.headerHeight
    for row in node.rows {
      var left = x
      for (cell, width) in zip(row, node.widths(ofRow: row)) {
        parts.append(
          rectangle(left + 1.5, y, width - 3, DiagramNode.rowHeight - 1.5, "white"))
        parts.append(
          text(
            cell, left + width / 2, y + DiagramNode.rowHeight / 2, DiagramNode.rowSize, "black"))
        left += width
      }
      y += DiagramNode.rowHeight
    }
    return parts.joined()
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: String
  ) -> String {
    "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" fill=\"\(color)\"/>"
  }

  private func text(
    _ cell: DiagramNode.Cell, _ x: Double, _ y: Double, _ size: Double, _ color: String
  ) -> String {
    let shown =
      Self.escaped(cell.before)
      + "<tspan font-weight=\"bold\">\(Self.escaped(cell.bold))</tspan>"
      + Self.escaped(cell.after)
    return
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y + size * 0.35))\" font-size=\"\(Self.number(size))\" fill=\"\(color)\" xml:space=\"preserve\">\(shown)</text>"
  }

  private static func number(_ value: Double) -> String {
    let text = FloatText.fixed(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Text as XML can hold it: control characters become U+FFFD.
  private static func escaped(_ text: String) -> String {
    MarkupText.escaped(MarkupText.lawful(text, lines: false))
  }
}
