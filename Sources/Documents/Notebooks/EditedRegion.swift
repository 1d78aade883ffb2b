internal import Diagnostics

/// What is said about outputs that somebody edited by hand.
enum EditedRegion {
  static func diagnostic(_ region: OutputRegion, _ severity: Diagnostic.Severity) -> Diagnostic {
    let first = region.range.lowerBound..<region.bodyRange.lowerBound
    return Diagnostic(
      severity, code: "edited-outputs",
      at: first.lowerBound..<max(first.lowerBound, first.upperBound - 1),
      Message(
        "the outputs of '\(region.id)' were edited by hand",
        pt: "a saída de '\(region.id)' foi editada à mão"),
      hint: Message(
        "move your text out of the region, or replace the outputs with --force",
        pt: "tire seu texto da região, ou substitua a saída com --force"))
  }
}
