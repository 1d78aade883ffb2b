package import PythonRuntime

extension PlotSession.Shown {
  /// A figure that stands as a value, whether it is open or was closed; nil for other values.
  package init?(_ value: Value) {
    guard let object: FigureObject = value.asObject() else { return nil }
    self = FigureTelling(object.figure).shown
  }
}
