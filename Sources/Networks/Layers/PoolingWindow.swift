/// The arguments that the two poolings share.
enum PoolingWindow {
  /// `pool_size`, `strides` and `padding`.
  ///
  /// - Parameter size: the default of `pool_size`; nil where it must be given.
  static func parameters(size: ArgumentValue?) -> [Parameter] {
    [
      Parameter("pool_size", .pair(WindowArguments.extent), default: size),
      Parameter(
        "strides", .pair(WindowArguments.extent), default: .some(.none), acceptsNone: true),
      WindowArguments.padding,
    ]
  }

  /// The window; strides are the window's size where none are given.
  static func make(_ arguments: BoundArguments) -> Window {
    let size = arguments.pair("pool_size") ?? [2, 2]
    return Window(
      kernelSize: size, strides: arguments.pair("strides") ?? size,
      padding: WindowArguments.padding(arguments))
  }
}
