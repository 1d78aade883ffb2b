internal import Tensors

/// What convolutions and poolings share: reading a window's arguments, and its shape rule.
enum WindowArguments {
  /// Windows reach at most this far, so that `same` padding can't make a notebook run for ever.
  static let extent = ValueRange(lower: 1, upper: 1024)
  static let padding = padding(of: [.valid, .same])

  /// `padding`, of some ways.
  static func padding(of ways: [WindowPadding]) -> Parameter {
    Parameter(
      "padding", .choice(ways.map(\.rawValue)), default: .string(WindowPadding.valid.rawValue),
      aliases: ["border_mode"])
  }

  static func padding(_ arguments: BoundArguments) -> WindowPadding {
    arguments.text("padding").flatMap { WindowPadding(rawValue: $0.lowercased()) } ?? .valid
  }

  /// (height, width) of the output for an input of (height, width, channels).
  ///
  /// - Throws: ``ShapeError`` where the input has other axes or the window doesn't fit into it.
  static func outputExtents(
    _ window: Window, of input: Shape, layer: String
  ) throws(ShapeError) -> [Int] {
    guard input.rank == 3 else { throw ShapeError(layer, input: input, .wrongRank(expected: 3)) }
    let geometry = window.geometry(over: input)
    guard geometry.fits else {
      let reach = Shape([geometry.height.reach, geometry.width.reach])
      throw ShapeError(layer, input: input, .windowTooLarge(window: reach))
    }
    return [geometry.height.output, geometry.width.output]
  }
}
