internal import PythonRuntime
internal import Arrays

/// What NumPy's functions and methods give, as far as it is known before a program runs.
enum NumPyForesight {
  /// A number or an array: all that arrays have numbers have too.
  static var number: KnownResult { .object(NumPyTypes.scalar(.float64)) }
  static var array: KnownResult { .object(NumPyTypes.array) }

  /// Those that give an array whatever they are given.
  private static let arrays: Set<String> = [
    "zeros", "ones", "full", "empty", "zeros_like", "ones_like", "full_like", "empty_like",
    "arange", "linspace", "logspace", "eye", "identity", "array", "asarray", "reshape",
    "concatenate", "vstack", "hstack", "stack", "dstack", "column_stack", "expand_dims",
    "transpose", "flatten",
    "ravel", "argsort", "sort", "flip", "tile", "repeat", "cumsum", "cumprod", "random.permutation",
  ]

  /// Those that give an array or a number.
  private static let numbers: Set<String> = [
    "sum", "mean", "std", "var", "min", "max", "prod", "argmin", "argmax", "median", "average",
    "any", "all", "dot", "matmul", "clip", "round", "abs", "absolute", "sqrt", "exp", "log", "log2",
    "log10",
    "sin", "cos", "tanh", "square", "maximum", "minimum", "power", "ptp", "trace", "percentile",
    "quantile", "squeeze", "take", "diagonal", "searchsorted", "swapaxes",
  ]

  /// Methods that arrays alone have such results of.
  private static let arrayMethods: Set<String> = ["astype", "copy", "reshape", "flatten", "ravel"]

  /// What a call of `numpy.<name>` gives.
  static func result(of name: String, _ call: KnownCall) -> KnownResult {
    if let shape = KnownShapes.shape(of: name, call) { return result(shape) }
    if arrays.contains(name) { return array }
    if numbers.contains(name) { return number }
    switch name {
    case "random.default_rng": return .object(NumPyTypes.generator)
    case "random.SeedSequence": return .object(NumPyTypes.seedSequence)
    case "random.RandomState": return .object(NumPyTypes.randomState)
    case "where": return call.positional.count == 3 ? array : .items([array])
    default: return name.hasPrefix("random.") ? drawn(String(name.dropFirst(7)), call) : .unknown
    }
  }

  /// What a generator's method gives: an array of the size that it is asked for.
  static func drawn(_ name: String, _ call: KnownCall) -> KnownResult {
    if let shape = KnownShapes.drawn(name, call) { return result(shape) }
    let hasSize =
      call["size"] != nil || (["rand", "randn"].contains(name) && !call.positional.isEmpty)
    return hasSize || name == "permutation" ? array : .unknown
  }

  /// An array of a shape; a number where it has no axes.
  static func result(_ shape: KnownArray) -> KnownResult {
    .array(shape.extents.isEmpty ? NumPyTypes.scalar(.float64) : NumPyTypes.array, shape)
  }

  /// What a call of an array's method gives.
  static func result(ofMethod name: String, _ call: KnownCall) -> KnownResult {
    if let shape = KnownShapes.shape(of: name, call) { return result(shape) }
    if arrayMethods.contains(name) { return array }
    return arrays.contains(name) || numbers.contains(name) ? number : .unknown
  }
}
