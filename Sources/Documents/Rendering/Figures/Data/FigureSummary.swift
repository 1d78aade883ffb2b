internal import Diagnostics
internal import RunRecords
internal import Words

/// What a figure shows, for a reader who can't see it: in words with its extremes, and as tables.
struct FigureSummary {
  /// A sentence for each chart and each matrix, and one for all pictures; empty where a drawing's numbers aren't
  /// known.
  let text: String
  /// The numbers, in the same order.
  let tables: [TextTable]

  /// What more panels show is in the record.
  private static let mostPanels = 24

  init(_ figure: Figure, in language: Language) {
    let charts = figure.charts(in: language).prefix(Self.mostPanels)
    let matrices = figure.panels.compactMap { panel -> ToldMatrix? in
      guard case .matrix(let matrix) = panel.content else { return nil }
      return ToldMatrix(matrix, title: panel.title, language: language)
    }.prefix(Self.mostPanels)
    let chains = figure.panels.compactMap { panel -> ToldChain? in
      guard case .chain(let chain) = panel.content else { return nil }
      return ToldChain(chain, title: panel.title, language: language)
    }.prefix(Self.mostPanels)
    let pictures = ToldPictures(figure.pictures, language: language)
    let sentences =
      charts.map(\.summary) + matrices.map(\.summary) + chains.map(\.summary)
      + (pictures.entries.isEmpty ? [] : [pictures.summary])
    text = sentences.map { $0 + "." }.joined(separator: " ")
    let all =
      charts.flatMap(\.tables).joined.map(\.text) + matrices.map(\.table) + chains.map(\.table)
      + (pictures.entries.isEmpty ? [] : [pictures.table])
    tables = all.filter { !$0.rows.isEmpty }
  }
}

extension Figure {
  /// Its charts, those of finished drawings too.
  fileprivate func charts(in language: Language) -> [ToldChart] {
    panels.flatMap { panel -> [ToldChart] in
      switch panel.content {
      case .chart(let chart): return [ToldChart(chart, title: panel.title, language: language)]
      case .drawing(let drawing):
        return (drawing.axes ?? []).map { ToldChart($0, of: drawing, language: language) }
          .filter { !$0.series.isEmpty }
      case .picture, .matrix, .chain: return []
      }
    }
  }

  /// Its pictures, those of finished drawings too.
  fileprivate var pictures: [ToldPictures.Entry] {
    panels.flatMap { panel -> [ToldPictures.Entry] in
      switch panel.content {
      case .picture(let picture): return [.init(picture, title: panel.title)]
      case .drawing(let drawing):
        return (drawing.axes ?? []).flatMap { axes in
          axes.pictures.filter(drawing.series.indices.contains).map {
            .init(pixels: drawing.series[$0].y, title: axes.title)
          }
        }
      case .chart, .matrix, .chain: return []
      }
    }
  }
}

extension FigureOutput {
  /// What stands for the figure where it can't be seen: of a cell's drawing, what kind of chart it is and
  /// which words are on it.
  func spoken(in language: Language) -> String {
    guard figure.panels.count == 1, case .drawing(let drawing) = figure.panels[0].content,
      let axes = drawing.axes
    else { return alt }
    var kinds: [String] = []
    for each in axes {
      let styles = each.series.filter(drawing.series.indices.contains).map {
        language.words.kind(of: drawing.series[$0].style)
      }
      let pictures = !each.pictures.isEmpty ? [language.words.pictures] : []
      for kind in styles + pictures where !kinds.contains(kind) { kinds.append(kind) }
    }
    guard !kinds.isEmpty else { return alt }
    let kind = kinds.joined(separator: ", ")
    // A drawing without words has this one.
    return alt == "figure" || alt.isEmpty ? kind : "\(kind): \(alt)"
  }
}
