// toy: a callback of cells | CallbackClasses.swift | ToyCallback.keras,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
internal import PythonRuntime

/// Says when a fit is over.
final class ToyCallback: CallbackObject {
  override func end(_ run: FitCall) throws(PyError) { run.machine.write("over\n") }
}

extension ToyCallback {
  static let keras = CallbackClass("ToyCallback", parameters: "") { type, _ in ToyCallback(type) }
}
