internal import Diagnostics
internal import RunRecords

/// A figure's panels, ready to be drawn.
///
/// Words are at least 12 units high, and a screen of 390 pixels leaves a file 358 and an output on a page 343: what is
/// no wider than `readable` shrinks to these with words of 9 pixels or more.
struct FigurePanels {
  let all: [any PanelDrawing]

  /// The most units that a file is wide whose words are to be read on a narrow screen.
  static let readable = 476.0
  /// The most units of a panel that a page may make narrower: words of 12 are 9 pixels high in 343.
  static let shrinkable = 456.0
  /// How much larger than drawn a chart without neighbors is shown.
  static let enlargement = 1.25

  /// - Parameters:
  ///   - isApart: whether charts have a row of their own, and the width for it.
  init(_ figure: Figure, isApart: Bool, bits: Int, language: Language) {
    all = figure.panels.map { panel -> any PanelDrawing in
      switch panel.content {
      case .chart(let chart):
        ChartDrawing(
          chart, title: panel.title, width: isApart ? 420 : 334, language: language)
      case .picture(let picture): PictureDrawing(picture, title: panel.title, bits: bits)
      case .matrix(let matrix): MatrixDrawing(matrix, title: panel.title, language: language)
      case .chain(let chain): ChainDrawing(chain, title: panel.title, language: language)
      case .drawing(let drawing): FinishedDrawing(drawing: drawing)
      }
    }
  }
}

extension Figure {
  /// Whether there is nothing but charts.
  var isCharts: Bool {
    panels.allSatisfy { if case .chart = $0.content { true } else { false } }
  }

  /// Whether there is nothing but pictures.
  var isPictures: Bool {
    panels.allSatisfy { if case .picture = $0.content { true } else { false } }
  }
}
