internal import Arrays

/// All that the module `numpy` has, by name: one line for each family of functions.
package enum NumPyCatalog {
  static let all: [NumPyFunction] =
    elementwise + creation + reductions + shaping + joining + sets + setOperations + missingValues
    + algebra + calculus + placing + random + printing

  /// Functions by the name after `numpy.`.
  package static let functions = byName(all + randomModule)

  /// Methods of arrays: functions whose first argument is the array.
  package static let methods = byName(
    ownMethods
      + all.filter { sharedMethods.contains($0.name) })

  /// Methods of `RandomState`.
  package static let legacyMethods = byName(random)

  /// Methods of what `default_rng` gives.
  package static let generatorMethods = byName(generator)

  /// Methods of `SeedSequence`.
  package static let seedMethods = byName(seeds)

  /// Names that are values.
  package static var constants: [(name: String, value: NumPyValue)] {
    [
      ("pi", .float(.pi)), ("e", .float(2.718281828459045)), ("inf", .float(.infinity)),
      ("nan", .float(.nan)), ("newaxis", .none), ("__version__", .string("2.4.6")),
      ("double", .type(.float64)), ("single", .type(.float32)),
      ("int_", .type(.int64)), ("intp", .type(.int64)), ("bool_", .type(.bool)),
      ("ubyte", .type(.uint8)), ("uint", .type(.uint64)),
      // Gone from NumPy 2, and still in lessons that were written before it.
      ("int", .type(.int64)), ("float", .type(.float64)), ("float_", .type(.float64)),
      ("True_", .scalar(NumericArray(scalar: .bool(true)))),
      ("False_", .scalar(NumericArray(scalar: .bool(false)))),
    ] + DType.allCases.map { ($0.rawValue, .type($0)) }
  }

  private static let sharedMethods: Set<String> = [
    "sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "any", "all", "prod", "cumsum",
    "cumprod", "ravel", "swapaxes", "squeeze", "argsort", "dot", "nonzero", "clip", "round",
    "repeat", "take", "diagonal", "ptp", "searchsorted", "trace",
  ]

  private static func byName(_ functions: [NumPyFunction]) -> [String: NumPyFunction] {
    Dictionary(functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
