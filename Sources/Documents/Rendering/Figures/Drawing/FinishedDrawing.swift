internal import RunRecords

/// A picture that came finished: as a panel among others it is told of, not drawn again.
struct FinishedDrawing: PanelDrawing {
  let drawing: Figure.Drawing

  var extent: Extent { Extent(width: 240, height: 40) }

  func draw(on canvas: inout Canvas) {
    canvas.rectangle(x: 0, y: 0, width: 240, height: 40, radius: 4, class: "cf-bg")
  }
}
