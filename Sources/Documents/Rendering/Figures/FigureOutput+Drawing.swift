internal import RunRecords

extension FigureOutput {
  /// The figure's file where it came as a finished picture.
  var drawing: SVGFile? { finished?.svg }

  /// What is said where the figure can't be seen.
  var plain: String { finished?.plain ?? alt }

  private var finished: Figure.Drawing? {
    guard figure.panels.count == 1, case .drawing(let drawing) = figure.panels[0].content else {
      return nil
    }
    return drawing
  }
}
