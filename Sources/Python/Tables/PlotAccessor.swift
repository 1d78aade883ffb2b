internal import PythonRuntime

/// `frame.plot` and `series.plot`: a function that draws, with one of its own for each kind of picture.
final class PlotAccessor: HostObject {
  private let frame: FrameObject
  private let isSeries: Bool

  /// - Parameter isSeries: whether the frame is a Series' only column.
  init(_ frame: FrameObject, isSeries: Bool) { (self.frame, self.isSeries) = (frame, isSeries) }

  override var hostType: TypeObject { Self.accessorType }
  override func isCallable(_ machine: Machine) -> Bool { true }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    let function = BuiltinFunction("plot", Self.parameters) { [self] call throws(PyError) in
      try TablePlot(frame, isSeries: isSeries, call).drawn(call.string("kind") ?? "line")
    }
    return try function.call(arguments, machine)
  }

  private static let style =
    "ax=None, figsize=None, title=None, grid=None, legend=None, xlabel=None, ylabel=None, xlim=None, ylim=None, xticks=None, yticks=None, rot=None, logx=False, logy=False, loglog=False, color=None, style=None, marker=None, markersize=None, ms=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None, label=None, bins=10, width=0.5, s=None, c=None"

  static let parameters = "x=None, y=None, kind='line', " + style

  private static let accessorType = SharedType(
    "PlotAccessor", module: "pandas.plotting",
    methods: TablePlot.kinds.map { kind in
      .method(kind, "x=None, y=None, " + style) { (accessor: PlotAccessor, call) throws(PyError) in
        try TablePlot(accessor.frame, isSeries: accessor.isSeries, call).drawn(kind)
      }
    })

  /// The method as the classes have it.
  static func method<Receiver: Object>(
    _ frame: @escaping @Sendable (Receiver) -> FrameObject
  ) -> Method {
    .method("plot", parameters) { (receiver: Receiver, call) throws(PyError) in
      try TablePlot(frame(receiver), isSeries: receiver is SeriesObject, call)
        .drawn(call.string("kind") ?? "line")
    }
  }
}
