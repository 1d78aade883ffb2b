/// The names of the places 0, 1, 2 and so on below a horizontal axis: level where they fit side by side, else upright.
struct PlaceNames {
  private let names: [String]
  private let isUpright: Bool
  /// Every how manieth name there is room for.
  private let step: Int
  /// What they need below the room of plain numbers.
  let height: Double

  private static let size = 12.0
  private static let longest = 130.0

  /// - Parameter width: that of the axis.
  init(_ names: [String], width: Double) {
    // A hostile record may have any number of names.
    let cut = names.prefix(1000).map {
      TextExtent.wrap($0, width: Self.longest, size: Self.size, most: 1).first ?? ""
    }
    let slot = width / Double(max(cut.count, 1))
    let longest = cut.map { TextExtent.width($0, size: Self.size) }.max() ?? 0
    self.names = cut
    isUpright = longest + 4 > slot
    step = max(1, Int((16 / slot).rounded(.up)))
    height = isUpright ? max(0, (longest - Self.size).rounded(.up)) : 0
  }

  /// - Parameters:
  ///   - position: the pixel of a place.
  ///   - y: the pixel of the axis.
  func draw(at position: (Double) -> Double, y: Double, on canvas: inout Canvas) {
    for (place, name) in names.enumerated() where place % step == 0 {
      let x = position(Double(place))
      if isUpright {
        canvas.uprightLabel(name, x: x + 4, y: y + 8, class: "cf-muted cf-end")
      } else {
        canvas.label(name, x: x, y: y + 19, class: "cf-muted cf-mid")
      }
    }
  }
}
