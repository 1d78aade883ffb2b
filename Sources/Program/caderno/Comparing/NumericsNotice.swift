internal import Comparison
internal import Diagnostics

/// Says once of a lesson that the engine's arithmetic changed since its outputs were written.
struct NumericsNotice {
  let message: Message

  /// Nil where it didn't change, or changed no output.
  ///
  /// - Parameter path: the lesson's.
  init?(_ path: String, _ comparison: RunComparison) {
    guard comparison.verdict > .withinTolerance,
      let cause = comparison.causes.first(where: { $0.kind == .numerics }), let old = cause.a,
      let new = cause.b
    else { return nil }
    message = Message(
      "the engine's arithmetic changed since these outputs were written "
        + "(numerics version \(old), now \(new)): caderno accept \(path) takes the new ones",
      pt: "a aritmética do motor mudou desde que estes resultados foram gravados "
        + "(versão numérica \(old), agora \(new)): caderno accept \(path) aceita os novos")
  }
}

extension RunComparison {
  /// The comparison without the arithmetic among its causes: that is said once, by a notice.
  var withoutNumerics: RunComparison {
    var copy = self
    copy.causes.removeAll { $0.kind == .numerics }
    for index in copy.tasks.indices { copy.tasks[index].causes.removeAll { $0.kind == .numerics } }
    return copy
  }
}
