internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// NumPy's legacy generator as scikit-learn uses it: one of its own for a seed, or that of the run.
struct SplitDraws {
  private let generator: RandomGenerator

  /// - Parameters:
  ///   - state: a `random_state`: a seed, a generator of the program's, or none.
  ///   - name: the function that was given it.
  init(_ state: Value?, _ name: String, _ machine: Machine) throws(PyError) {
    let session = NumPyLibrary.session(of: machine)
    switch state.map({ $0.asObject(NumPyObject.self)?.value }) {
    case nil: generator = session.random
    case .generator(let own)?? where own.isLegacy: generator = own
    default:
      guard let seed = state?.plain.smallInt, let word = UInt32(exactly: seed) else {
        throw machine.error(
          "InvalidParameterError",
          "The 'random_state' parameter of \(name) must be an int in the range [0, 4294967295], an instance of 'numpy.random.mtrand.RandomState' or None. Got \(try machine.repr(state ?? .none)) instead."
        )
      }
      generator = RandomGenerator(legacySeed: word)
    }
  }

  /// The numbers below `count` in random order.
  func permutation(_ count: Int, _ machine: Machine) throws(PyError) -> [Int] {
    try machine.raising { () throws(ArrayError) in try generator.permutation(count) }
  }

  func permuted(_ values: [Int], _ machine: Machine) throws(PyError) -> [Int] {
    try permutation(values.count, machine).map { values[$0] }
  }

  func shuffle(_ values: inout [Int], _ machine: Machine) throws(PyError) {
    values = try permuted(values, machine)
  }

  /// Several of the values, each at most once.
  func choice(_ values: [Int], _ count: Int, _ machine: Machine) throws(PyError) -> [Int] {
    Array(try permuted(values, machine).prefix(count))
  }
}
