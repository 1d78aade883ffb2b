internal import PythonRuntime
internal import Networks

extension ActivationCall {
  /// The function as a layer, behind a tensor without numbers.
  static func applied(
    _ name: String, to tensor: TensorObject, _ machine: Machine
  ) throws(PyError) -> TensorObject {
    let made = ArgumentCall("Activation", keywords: [.init("activation", .string(name))])
    let engine: any Layer
    do throws(ArgumentError) {
      engine = try Activation(Activation.signature.bind(made))
    } catch {
      throw KerasArguments.error(error, machine)
    }
    let layer = LayerObject(LayerClasses.base, .engine(made, engine), name: name)
    return try layer.applied(to: [tensor], machine)
  }
}
