internal import PythonRuntime
internal import Networks
internal import Tensors

/// What a layer around others does with them: a graph of its own between its input and its output, which takes the
/// wrapper's place where the engine runs.
final class LayerWrapper {
  enum Form: Equatable {
    /// A layer over steps and its like over the same steps from the end, and how their outputs become one: Keras'
    /// word.
    case bidirectional(merge: String)
    /// A layer at each step on its own.
    case timeDistributed
  }

  let form: Form
  let layers: [LayerObject]
  private(set) var graph: (input: TensorObject, output: TensorObject)?

  init(_ form: Form, _ layers: [LayerObject]) { (self.form, self.layers) = (form, layers) }

  /// The shape of the output, for the one shape that the wrapper is used with.
  func outputShape(
    for input: Shape, of name: String, _ machine: Machine
  ) throws(PyError) -> Shape {
    if let graph, graph.input.tensorShape == input { return graph.output.tensorShape }
    guard graph == nil else {
      throw machine.error(
        "NotImplementedError",
        "layer '\(name)' for inputs of different shapes is not supported by Caderno")
    }
    let session = KerasSession.of(machine)
    let made = try session.unseen { () throws(PyError) in
      try session.building(name) { () throws(PyError) in
        let making = WrapperGraph(session, machine)
        let first = making.input(input)
        let last =
          switch form {
          case .bidirectional(let merge): try making.bothWays(first, layers, merge)
          case .timeDistributed: try making.eachStep(first, layers[0])
          }
        return (first, last)
      }
    }
    graph = made
    return made.1.tensorShape
  }
}

/// Makes the tensors inside of a wrapper.
private struct WrapperGraph {
  private let session: KerasSession
  private let machine: Machine

  init(_ session: KerasSession, _ machine: Machine) {
    (self.session, self.machine) = (session, machine)
  }

  func input(_ shape: Shape) -> TensorObject {
    let layer = LayerObject(OperationTypes.type("input"), .input(shape), name: "steps")
    return TensorObject(inputOf: layer, shape, session, name: nil)
  }

  /// Forwards, and backwards: what goes backwards gives its steps turned around.
  func bothWays(
    _ input: TensorObject, _ layers: [LayerObject], _ merge: String
  ) throws(PyError) -> TensorObject {
    let forward = try layers[0].applied(to: [input], machine)
    var backward = try layers[1].applied(to: [input], machine)
    if backward.tensorShape.rank > 1 { backward = try applied(Reversal(), to: backward) }
    let names = ["sum": "Add", "mul": "Multiply", "ave": "Average"]
    return try merged(
      [forward, backward], MergeForm(name: names[merge] ?? "Concatenate", axis: -1))
  }

  func eachStep(_ input: TensorObject, _ layer: LayerObject) throws(PyError) -> TensorObject {
    guard input.tensorShape.rank > 1 else {
      throw machine.error(
        "ValueError",
        "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, received: \(input.tensorShape.batched)"
      )
    }
    if layer.activity != nil {
      throw machine.error(
        "NotImplementedError",
        "TimeDistributed of a layer with an activity_regularizer is not supported by Caderno")
    }
    if case .engine(_, let engine) = layer.content {
      if engine is Dense { return try layer.applied(to: [input], machine) }
      if engine is BatchNormalization {
        throw machine.error(
          "NotImplementedError",
          "TimeDistributed(BatchNormalization()) is not supported by Caderno")
      }
    }
    let shape = Shape(Array(input.tensorShape.extents.dropFirst()))
    var steps: [TensorObject] = []
    for step in 0..<input.tensorShape[0] {
      let one = try applied(Slice(start: step * shape.count, shape: shape), to: input)
      let made = try layer.applied(to: [one], machine)
      steps.append(
        try applied(Slice(start: 0, shape: Shape([1] + made.tensorShape.extents)), to: made))
    }
    return try merged(steps, MergeForm(name: "Concatenate", axis: 1))
  }

  private func applied(_ engine: any Layer, to tensor: TensorObject) throws(PyError) -> TensorObject
  {
    let name = SnakeCase.of(type(of: engine).signature.name)
    return try LayerObject(
      OperationTypes.type(name), .engine(ArgumentCall(name), engine), name: name
    ).applied(to: [tensor], machine)
  }

  private func merged(_ tensors: [TensorObject], _ form: MergeForm) throws(PyError) -> TensorObject
  {
    if tensors.count == 1 { return tensors[0] }
    return try LayerObject(OperationTypes.type("merge"), .merge(form), name: "merge")
      .applied(to: tensors, machine)
  }
}
