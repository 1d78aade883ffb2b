/// The arguments that the two poolings share.
enum PoolingWindow {
  /// `pool_size`, `strides` and `padding`.
  ///
  /// - Parameter size: the default of `pool_size`; nil where it must be given.
  static func parameters(size: ArgumentValue?) -> [Parameter] {
    parameters(.pair(WindowArguments.extent), size)
  }

  /// The same for windows over steps, also as Keras 1 named them.
  static func rowParameters(size: ArgumentValue?) -> [Parameter] {
    parameters(
      .int(WindowArguments.extent), size, sizeAliases: ["pool_length"], strideAliases: ["stride"])
  }

  private static func parameters(
    _ extent: ParameterType, _ size: ArgumentValue?, sizeAliases: [String] = [],
    strideAliases: [String] = []
  ) -> [Parameter] {
    [
      Parameter("pool_size", extent, default: size, aliases: sizeAliases),
      Parameter(
        "strides", extent, default: .some(.none), aliases: strideAliases, acceptsNone: true),
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
