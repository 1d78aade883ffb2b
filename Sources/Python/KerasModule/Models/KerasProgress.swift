internal import PythonRuntime
internal import Texts

/// What `fit`, `evaluate` and `predict` print: Keras 3's last frame, without the durations, which
/// differ from run to run.
struct KerasProgress {
  let verbose: Int
  let steps: Int

  /// What stands above an epoch's line, unless the program asks for one epoch only.
  func header(_ epoch: Int, _ options: FitCallOptions) -> String {
    let isShown = verbose != 0 && options.wantedEpochs > 1
    return isShown ? "Epoch \(epoch + 1)/\(options.wantedEpochs)\n" : ""
  }

  /// One line with all metrics, where one is asked for: Keras has a bar for 1, and none for 2.
  func line(_ metrics: [(name: String, value: Double)]) -> String {
    guard verbose == 1 || verbose == 2 else { return "" }
    let bar = verbose == 1 ? " " + String(repeating: "━", count: 20) : ""
    let shown = metrics.map { " - \($0.name): \(Self.text($0.value))" }.joined()
    return "\(steps)/\(steps)\(bar)\(shown)\n"
  }

  /// Four digits behind the point; small numbers with an exponent.
  static func text(_ value: Double) -> String {
    abs(value) > 1e-3
      ? FloatText.fixed(value, 4) : FloatText.scientific(value, 4)
  }
}
