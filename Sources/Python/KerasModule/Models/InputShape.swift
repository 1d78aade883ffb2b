internal import PythonRuntime
internal import Networks
internal import Tensors

/// Whether arrays have the shape that a model takes, in Keras' words where they don't.
struct InputShape {
  private let wanted: Shape

  init(_ wanted: Shape) { self.wanted = wanted }

  /// An array's shape may differ from the model's by axes of length 1 at the end.
  func check(_ array: KnownArray, _ machine: Machine) throws(PyError) {
    let given = Array(array.extents.dropFirst())
    let wanted = wanted.extents.map(Int?.some)
    let fits = [(given, wanted), (given + [1], wanted), (given, wanted + [1])].contains {
      Self.agree($0, $1)
    }
    guard !fits || array.extents.isEmpty else { return }
    throw machine.error(
      "ValueError",
      "Input 0 of the model is incompatible with it: expected shape=\(self.wanted.batched), found shape=\(array)"
    )
  }

  /// Whether two shapes may be the same.
  static func agree(_ given: [Int?], _ wanted: [Int?]) -> Bool {
    given.count == wanted.count
      && zip(given, wanted).allSatisfy { a, b in a == nil || b == nil || a == b }
  }
}
