internal import Cells

/// What `fit`, `evaluate` and `predict` print: Keras 3's last frame, without the durations, which
/// differ from run to run.
struct ProgressText {
  let verbose: Int
  let steps: Int

  func epoch(_ epoch: Int, of epochs: Int, _ figures: [(name: String, value: Double)]) -> String {
    // A single epoch has no heading.
    let heading = verbose > 0 && epochs > 1 ? "Epoch \(epoch + 1)/\(epochs)\n" : ""
    return heading + line(figures)
  }

  /// One line with all figures.
  func line(_ figures: [(name: String, value: Double)]) -> String {
    if verbose == 0 { return "" }
    let bar = verbose == 1 ? " " + String(repeating: "━", count: 20) : ""
    let shown = figures.map { " - \($0.name): \(Self.text($0.value))" }.joined()
    return "\(steps)/\(steps)\(bar)\(shown)\n"
  }

  /// Four digits behind the point; small numbers with an exponent.
  static func text(_ value: Double) -> String {
    abs(value) > 1e-3
      ? FormattedNumber.fixed(value, 4) : FormattedNumber.scientific(value, 4)
  }
}
