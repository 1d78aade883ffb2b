public import Cells

/// The small parts of scikit-learn and pandas that Keras lessons use.
public enum TableCells {
  /// Gives a machine the modules; `numpy` must be there before.
  public static func install(in machine: Machine) {
    let metrics = ModuleObject("sklearn.metrics", MetricsModule.members)
    let selection = ModuleObject(
      "sklearn.model_selection", ["train_test_split": .object(SplitFunction.function)])
    machine.modules["sklearn.metrics"] = metrics
    machine.modules["sklearn.model_selection"] = selection
    machine.modules["sklearn"] = ModuleObject(
      "sklearn", ["metrics": .object(metrics), "model_selection": .object(selection)])
    machine.modules["pandas"] = ModuleObject(
      "pandas", ["DataFrame": .object(FrameObject.frameType)])
  }
}
