internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy
internal import Tensors

/// An array that doesn't have the shape that a model takes, told as Keras tells it: by the layer that refuses it,
/// within the call of the model.
struct InputMismatch {
  let model: ModelObject
  let array: NumericArray
  let use: DataUse
  let batchSize: Int
  private let machine: Machine
  /// The array without its samples, and without an axis that Keras takes away or adds.
  private let given: Shape
  /// The samples in the shapes that Keras' function knows.
  private let batch: Int?

  init(
    _ model: ModelObject, _ array: NumericArray, _ use: DataUse, batchSize: Int,
    _ machine: Machine
  ) {
    (self.model, self.array, self.use, self.batchSize) = (model, array, use, batchSize)
    self.machine = machine
    given = Shape(Array(array.shape.dropFirst()))
    batch = use.batch(of: array.shape.first ?? 0, by: batchSize)
  }

  /// Keras' exception; nil where it would compute, or say something that isn't known.
  func error() throws(PyError) -> PyError? {
    guard let input = model.inputs.first, model.inputs.count == 1, array.ndim > 0 else {
      return nil
    }
    let wanted = input.tensorShape.extents
    let isTraced = model.tracedUses.contains(use)
    if isTraced, given.rank != wanted.count {
      return inCall("Cannot take the length of shape with unknown rank.", shape: "<unknown>")
    }
    if !isTraced, let text = refusal(ofSpec: input) { return machine.error("ValueError", text) }
    guard let fitted = Self.fitted(given.extents, to: wanted) else {
      let text = try tensorText()
      return inCall(
        "Invalid input shape for input \(text) with name '\(input.name)' and path ''. Expected shape \(input.tensorShape.batched), but input has incompatible shape \(shapeText(given))",
        shape: shapeText(given))
    }
    guard let refusal = refusal(of: Shape(fitted)) else { return nil }
    // Keras' functions forget a length that changes from call to call, and TensorFlow finds the mistake later.
    if isTraced {
      return machine.error(
        "InvalidArgumentError",
        "Graph execution error:\n\nInput 0 of the model is incompatible with it: expected shape=\(input.tensorShape.batched), found shape=\(Shape(array.shape).tuple)"
      )
    }
    return inCall(refusal, shape: shapeText(given))
  }

  /// What graphs say before they are called: each axis has its length, but for one of length 1 at the end. Layers in a
  /// row say nothing.
  private func refusal(ofSpec input: TensorObject) -> String? {
    guard !model.isSequential else { return nil }
    let squeezed: (Shape) -> [Int] = { $0.extents.last == 1 ? $0.extents.dropLast() : $0.extents }
    let found = squeezed(given)
    guard zip(squeezed(input.tensorShape), found).contains(where: { $0 != $1 }) else { return nil }
    return
      "Input 0 with name '\(input.layer.name)' of layer '\(model.name)' is incompatible with the layer: expected shape=\(input.tensorShape.batched), found shape=\(shapeText(Shape(found)))"
  }

  /// A shape of so many axes, which Keras makes by an axis of length 1 at the end; nil where it can't.
  private static func fitted(_ given: [Int], to wanted: [Int]) -> [Int]? {
    if given.count == wanted.count { return given }
    if given.count == wanted.count + 1, given.last == 1 { return Array(given.dropLast()) }
    return given.count == wanted.count - 1 && wanted.last == 1 ? given + [1] : nil
  }

  /// What the first layer says that refuses the shape; nil where none is known to.
  private func refusal(of shape: Shape) -> String? {
    var shape = shape
    var last = model.inputs.first
    for layer in model.layers where last?.layer !== layer {
      guard layer.input === last, case .engine(_, let engine) = layer.content,
        let (output, specs) = try? layer.placed(engine, on: shape, machine)
      else { return nil }
      do throws(PyError) {
        try layer.check(specs, received: shapeText(shape), machine)
      } catch {
        return String(error.summary(machine).dropFirst("ValueError: ".count))
      }
      (shape, last) = (output, layer.output)
    }
    return nil
  }

  private func shapeText(_ shape: Shape) -> String {
    batch.map { Shape([$0] + shape.extents).tuple } ?? shape.batched
  }

  /// The type that the numbers have for TensorFlow.
  private var dtype: String { array.dtype == .float64 ? "float32" : array.dtype.rawValue }

  /// The tensor that Keras shows: numbers where it has them.
  private func tensorText() throws(PyError) -> String {
    guard use == .call else {
      return "Tensor(\"data:0\", shape=\(shapeText(given)), dtype=\(dtype))"
    }
    let floats = try machine.raising { () throws(ArrayError) in
      try NumericArray(floats: array.floats(), shape: array.shape)
    }
    return try machine.str(KerasTensors.value(floats, machine))
  }

  private func inCall(_ text: String, shape: String) -> PyError {
    let name = "\(model.className).call()"
    let bold = "\u{1B}[1m\(text)\u{1B}[0m"
    return machine.error(
      "ValueError",
      "Exception encountered when calling \(name).\n\n\(bold)\n\nArguments received by \(name):\n  • inputs=tf.Tensor(shape=\(shape), dtype=\(dtype))\n  • training=\(use.trainingText)\n  • mask=None\n  • kwargs=<class 'inspect._empty'>"
    )
  }
}
