internal import Diagnostics
internal import Execution
internal import Texts

/// The words and numbers of progress lines.
struct ProgressText {
  var language: Language

  /// Such as "epoch 2/5".
  func phase(_ progress: TaskProgress) -> String {
    let portuguese = language == .portuguese
    switch progress.phase {
    case .fit: return "\(portuguese ? "época" : "epoch") \(progress.epoch)/\(progress.epochs)"
    case .evaluate: return portuguese ? "avaliando" : "evaluating"
    case .predict: return portuguese ? "prevendo" : "predicting"
    case .load: return portuguese ? "carregando" : "loading"
    }
  }

  /// Such as "loss 0.1837  accuracy 0.9418"; at most `limit` of them.
  func metrics(_ progress: TaskProgress, limit: Int = .max) -> String {
    progress.metrics.prefix(limit).map { "\($0.name) \(fixed($0.value, digits: 4))" }
      .joined(separator: "  ")
  }

  /// Such as "20481 img/s" or "3.2 MB/s".
  func rate(_ perSecond: Double, of phase: TaskProgress.Phase) -> String {
    if phase == .load { return "\(fixed(perSecond / 1e6, digits: 1)) MB/s" }
    let number = fixed(perSecond, digits: 0)
    return String(repeating: " ", count: max(0, 5 - number.count)) + "\(number) img/s"
  }

  /// Such as "0:07 left".
  func left(_ seconds: Double) -> String {
    language == .portuguese ? "faltam \(duration(seconds))" : "\(duration(seconds)) left"
  }

  /// Such as "0:07" or "1:02:11".
  func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = "\(hours > 0 ? twoDigits(minutes) : String(minutes)):\(twoDigits(rest))"
    return hours > 0 ? "\(hours):\(tail)" : tail
  }

  /// Such as "12.34 s".
  func seconds(_ value: Double) -> String { "\(fixed(value, digits: 2)) s" }

  /// How a directive ended: "ok", "cached", "error", "skipped".
  func status(_ status: String) -> String {
    guard language == .portuguese else { return status }
    return ["error": "erro", "cached": "do cache", "skipped": "pulado"][status] ?? status
  }

  /// A number with this many digits after the point.
  private func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    return FloatText.fixed(value, digits)
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
