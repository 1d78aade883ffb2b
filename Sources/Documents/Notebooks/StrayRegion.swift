public import Diagnostics

/// What is said about outputs that belong to no directive.
enum StrayRegion {
  static func diagnostic(_ region: OutputRegion) -> Diagnostic {
    let first = region.range.lowerBound..<region.bodyRange.lowerBound
    return Diagnostic(
      .warning, code: "stray-outputs",
      at: first.lowerBound..<max(first.lowerBound, first.upperBound - 1),
      Message(
        "the outputs of '\(region.id)' in lines \(region.lines.lowerBound) to \(region.lines.upperBound) "
          + "belong to no directive: a run takes them out",
        pt:
          "a saída de '\(region.id)' nas linhas \(region.lines.lowerBound) a \(region.lines.upperBound) "
          + "não é de nenhuma diretiva: uma execução a retira"))
  }
}

extension Notebook {
  /// Findings with those about outputs that a run would take out, each in its place. A run itself tells
  /// what it took out.
  public func withStrayOutputs(_ findings: [Diagnostic]) -> [Diagnostic] {
    (findings + abandonedRegions.map(StrayRegion.diagnostic)).enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
