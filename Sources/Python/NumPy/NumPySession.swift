package import Arrays

/// What `import numpy` gives to one run: its functions, and the things that change.
package final class NumPySession {
  /// What `set_printoptions` changed.
  package var printing = PrintOptions()
  /// What `seterr` and `errstate` changed.
  package var errorModes = ErrorModes()
  /// What went wrong with numbers and wasn't told yet: whoever calls takes it.
  package var notes: [ArithmeticNote] = []
  /// The generator behind `numpy.random.rand` and its siblings.
  ///
  /// Without `numpy.random.seed` it starts from a fixed seed, so that a run can be repeated.
  package let random = RandomGenerator(legacySeed: 0)
  /// Told of the bytes of each array that a program gets.
  package var onArray: (Int) -> Void = { _ in }

  /// A session of a program that has changed nothing yet.
  package init() {}

  /// Calls `numpy.<name>`.
  package func call(
    _ name: String, _ positional: [NumPyValue], _ keywords: [(String, NumPyValue)] = []
  ) throws(ArrayError) -> NumPyValue {
    guard let function = NumPyCatalog.functions[name] else {
      throw ArrayError(.attributeError, "module 'numpy' has no attribute '\(name)'")
    }
    return try function.body(NumPyCall(function, positional, keywords, self))
  }

  /// The dtype that a value names.
  package func dtype(_ value: NumPyValue) throws(ArrayError) -> DType { try value.asDType() }

  /// Calls a method of an array or of a scalar.
  package func call(
    method name: String, of array: NumericArray, _ positional: [NumPyValue],
    _ keywords: [(String, NumPyValue)] = []
  ) throws(ArrayError) -> NumPyValue {
    guard let function = NumPyCatalog.methods[name] else {
      throw ArrayError(
        .attributeError, "'numpy.ndarray' object has no attribute '\(name)'")
    }
    return try function.body(
      NumPyCall(function, [.array(array)] + positional, keywords, self, isMethod: true))
  }

  /// Calls a method of a random generator.
  package func call(
    method name: String, of generator: RandomGenerator, _ positional: [NumPyValue],
    _ keywords: [(String, NumPyValue)] = []
  ) throws(ArrayError) -> NumPyValue {
    let table = generator.isLegacy ? NumPyCatalog.legacyMethods : NumPyCatalog.generatorMethods
    guard let function = table[name] else {
      throw ArrayError(.attributeError, "a random generator has no attribute '\(name)'")
    }
    return try function.body(
      NumPyCall(function, [.generator(generator)] + positional, keywords, self))
  }

  /// Calls a method of a `SeedSequence`.
  package func call(
    method name: String, of seeds: SeedLineage, _ positional: [NumPyValue],
    _ keywords: [(String, NumPyValue)] = []
  ) throws(ArrayError) -> NumPyValue {
    guard let function = NumPyCatalog.seedMethods[name] else {
      throw ArrayError(.attributeError, "a SeedSequence has no attribute '\(name)'")
    }
    return try function.body(NumPyCall(function, [.seeds(seeds)] + positional, keywords, self))
  }

  /// An attribute of a `SeedSequence`; nil where it has none of that name.
  package func attribute(_ name: String, of seeds: SeedLineage) -> NumPyValue? {
    switch name {
    case "spawn_key": .tuple(seeds.key.map { .int(Int($0)) })
    case "n_children_spawned": .int(seeds.children)
    default: nil
    }
  }
}
