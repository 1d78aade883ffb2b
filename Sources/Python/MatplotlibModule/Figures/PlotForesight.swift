internal import PythonRuntime

/// What pyplot's functions and the methods of figures give, as far as it is known before a program runs.
enum PlotForesight {
  static var axes: KnownResult { .object(AxesFunctions.type) }

  /// One pair of axes where no number of rows or columns is given; else perhaps a grid of them.
  static func subplots(_ call: KnownCall) -> KnownResult {
    let isOne =
      call.positional.isEmpty && ["nrows", "ncols", "squeeze"].allSatisfy { call[$0] == nil }
    return isOne ? axes : .either([AxesFunctions.type, AxesGrid.gridType])
  }

  /// Tells of pyplot's functions what they give.
  static func tell(_ functions: [String: Value]) {
    let figure = KnownResult.object(FigureFunctions.type)
    func tell(_ name: String, _ result: @escaping (KnownCall) -> KnownResult) {
      guard case .object(let function as BuiltinFunction)? = functions[name] else { return }
      _ = function.giving(result)
    }
    for name in ["subplot", "gca", "axes", "subplot2grid", "twinx", "twiny"] {
      tell(name) { _ in axes }
    }
    for name in ["figure", "gcf"] { tell(name) { _ in figure } }
    tell("subplots") { .items([figure, subplots($0)]) }
  }
}
