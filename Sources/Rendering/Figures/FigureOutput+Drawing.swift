internal import RunRecords

extension FigureOutput {
  /// The figure's SVG where it came as a finished picture.
  var drawing: String? {
    guard figure.panels.count == 1, case .drawing(let drawing) = figure.panels[0].content else {
      return nil
    }
    return drawing.svg
  }
}
