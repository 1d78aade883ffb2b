internal import Diagnostics
internal import Execution

/// The words and numbers of progress lines.
struct ProgressText {
  var language: Language

  /// Such as "epoch 2/5".
  func phase(_ progress: StepProgress) -> String {
    let portuguese = language == .portuguese
    switch progress.phase {
    case .fit: return "\(portuguese ? "época" : "epoch") \(progress.epoch)/\(progress.epochs)"
    case .evaluate: return portuguese ? "avaliando" : "evaluating"
    case .predict: return portuguese ? "prevendo" : "predicting"
    case .load: return portuguese ? "carregando" : "loading"
    }
  }

  /// Such as "loss 0.1837  accuracy 0.9418".
  func metrics(_ progress: StepProgress) -> String {
    progress.metrics.map { "\($0.name) \(fixed($0.value, digits: 4))" }.joined(separator: "  ")
  }

  /// Such as "20,481 img/s" or "3.2 MB/s".
  func rate(_ progress: StepProgress, seconds: Double) -> String {
    guard seconds > 0, progress.done > 0 else { return "" }
    let units = Double(progress.done) / seconds
    if progress.phase == .load { return "\(fixed(units / 1e6, digits: 1)) MB/s" }
    return "\(Int(units * Double(progress.examplesPerUnit))) img/s"
  }

  /// Such as "0:07" or "1:02:11".
  func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = "\(hours > 0 ? twoDigits(minutes) : String(minutes)):\(twoDigits(rest))"
    return hours > 0 ? "\(hours):\(tail)" : tail
  }

  /// A number with this many digits after the point.
  func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let text = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let whole = padded.dropLast(digits)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    return digits == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(digits))"
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
