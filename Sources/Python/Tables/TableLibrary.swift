package import PythonRuntime

/// The small parts of scikit-learn and pandas that Keras lessons use.
package enum TableLibrary {
  /// Gives a machine the modules; `numpy` must be there before.
  ///
  /// - Parameter isScript: whether frames are printed into a terminal, as those of a script are.
  package static func install(in machine: Machine, isScript: Bool = false) {
    let metrics = ModuleObject("sklearn.metrics", MetricsModule.members)
    let selection = ModuleObject(
      "sklearn.model_selection",
      [
        "train_test_split": .object(SplitFunction.function), "KFold": .object(FoldObject.plain),
        "StratifiedKFold": .object(FoldObject.stratified),
      ])
    var scaling: [String: Value] = [:]
    for type in [
      ScalerObject.standard, ScalerObject.range, LabelObject.encoder, LabelObject.binarizer,
      LabelObject.oneHot,
    ] {
      scaling[type.name] = .object(type)
    }
    let preprocessing = ModuleObject("sklearn.preprocessing", scaling)
    machine.modules["sklearn.preprocessing"] = preprocessing
    machine.modules["sklearn.metrics"] = metrics
    machine.modules["sklearn.model_selection"] = selection
    machine.modules["sklearn"] = ModuleObject(
      "sklearn",
      [
        "metrics": .object(metrics), "model_selection": .object(selection),
        "preprocessing": .object(preprocessing),
      ])
    machine.modules["pandas"] = ModuleObject("pandas", FrameModule.members(isScript: isScript))
  }
}
