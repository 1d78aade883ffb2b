internal import PythonRuntime

/// Ends a fit with the first batch whose loss isn't finite.
final class TerminateOnNaN: CallbackObject {
  override var watchesBatches: Bool { true }

  override func endBatch(
    _ batch: Int, _ logs: [String: Double], _ run: FitCall
  ) throws(PyError) {
    guard let loss = logs["loss"], !loss.isFinite else { return }
    run.machine.write("Batch \(batch): Invalid loss, terminating training\n")
    run.model.stopsTraining = true
  }

  static let keras = CallbackClass("TerminateOnNaN", parameters: "") { type, _ in
    TerminateOnNaN(type)
  }
}
