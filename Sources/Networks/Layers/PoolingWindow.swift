internal import Tensors

/// The arguments that the two poolings share.
enum PoolingWindow {
  static let parameters = [
    Parameter("pool_size", .pair(WindowArguments.extent), default: .int(2)),
    Parameter(
      "strides", .pair(WindowArguments.extent), default: .some(.none), acceptsNone: true),
    WindowArguments.padding,
  ]

  /// The window; strides are the window's size where none are given.
  static func make(_ arguments: BoundArguments) -> WindowGeometry {
    let size = arguments.pair("pool_size") ?? []
    return WindowGeometry(
      kernelSize: size, strides: arguments.pair("strides") ?? size,
      padding: WindowArguments.padding(arguments))
  }
}
