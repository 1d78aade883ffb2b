internal import RunRecords

extension FigureOutput {
  /// Visits what the figure is made of, and its words.
  mutating func visitLeaves(_ visit: LeafVisit) {
    shown = nil
    alt.visit(["alt"], visit)
    caption.visit(["caption"], visit)
    for index in figure.panels.indices {
      let place = figure.panels.count > 1 ? ["panel \(index + 1)"] : []
      figure.panels[index].title.visit(place + ["title"], visit)
      figure.panels[index].content.visitLeaves(place, visit)
    }
  }
}

extension Figure.Content {
  fileprivate mutating func visitLeaves(_ place: [String], _ visit: LeafVisit) {
    switch self {
    case .chart(var chart):
      for index in chart.series.indices { chart.series[index].visitLeaves(place, visit) }
      self = .chart(chart)
    case .picture(var picture):
      if case .pixels(let bytes) = visit(place + ["picture"], .pixels(picture.pixels)) {
        picture.pixels = bytes
      }
      picture.caption.visit(place + ["caption"], visit)
      self = .picture(picture)
    case .matrix(var matrix):
      matrix.visitLeaves(place, visit)
      self = .matrix(matrix)
    case .chain(var chain):
      for index in chain.links.indices { chain.links[index].visitLeaves(place, index, visit) }
      self = .chain(chain)
    case .drawing(var drawing):
      for index in drawing.series.indices { drawing.series[index].visitLeaves(place, visit) }
      if drawing.series.isEmpty {
        var text = String(decoding: drawing.svg.bytes, as: UTF8.self)
        text.visit(place + ["drawing"], visit)
        drawing.svg = SVGFile(text)
      }
      self = .drawing(drawing)
    }
  }
}

extension Figure.Series {
  fileprivate mutating func visitLeaves(_ place: [String], _ visit: LeafVisit) {
    for index in x.indices { x[index].visit(place + [label, "x \(index + 1)"], visit) }
    for index in y.indices { y[index].visit(place + [label, "y \(index + 1)"], visit) }
  }
}

extension Figure.Chain.Link {
  fileprivate mutating func visitLeaves(_ place: [String], _ index: Int, _ visit: LeafVisit) {
    let place = place + [name ?? "\(index + 1)"]
    kind.visit(place + ["kind"], visit)
    detail.visit(place + ["detail"], visit)
    value?.visit(place + ["value"], visit)
  }
}

extension Figure.Matrix {
  fileprivate mutating func visitLeaves(_ place: [String], _ visit: LeafVisit) {
    for row in values.indices {
      for column in values[row].indices {
        let names = [
          row < rowLabels.count ? rowLabels[row] : "\(row + 1)",
          column < columnLabels.count ? columnLabels[column] : "\(column + 1)",
        ]
        values[row][column].visit(place + names, visit)
      }
    }
  }
}
