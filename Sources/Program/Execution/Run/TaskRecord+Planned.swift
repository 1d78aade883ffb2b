internal import Digests
internal import Notebooks
internal import RunRecords

extension TaskRecord {
  /// A record for a directive that has not run yet.
  init(_ planned: PlannedTask, key: String) {
    let directive = planned.directive
    var status = Status.ok
    if case .skip = planned.action { status = .skipped }
    self.init(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines),
      status: status, key: key,
      tolerance: planned.common.tolerance,
      hide: planned.common.hiding.flatMap { Hiding(rawValue: $0.rawValue) },
      caption: planned.common.caption, source: Self.kept(directive.cellText),
      cellID: directive.cellID, tags: directive.tags.isEmpty ? nil : directive.tags)
  }

  /// Takes outputs with the words that the directive has for them: its alternative text for each figure,
  /// its caption once, in place of the figure's own, below the last figure or, where there is none, below everything.
  mutating func show(_ outputs: [Output], as common: CommonOptions) {
    self.outputs = outputs
    var place: Int?
    for (index, output) in outputs.enumerated() {
      guard case .figure(var figure) = output else { continue }
      figure.alt = common.alt ?? figure.alt
      self.outputs[index] = .figure(figure)
      place = index
    }
    guard let place, case .figure(var figure) = self.outputs[place] else { return }
    figure.caption = common.caption ?? figure.caption
    caption = nil
    self.outputs[place] = .figure(figure)
  }
}
