internal import Digests
internal import Notebooks
internal import RunRecords

extension StepRecord {
  /// A record for a directive that has not run yet.
  init(_ planned: PlannedStep, key: String) {
    let directive = planned.directive
    var status = Status.ok
    if case .skip = planned.action { status = .skipped }
    self.init(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines),
      status: status, key: key,
      tolerance: planned.common.tolerance,
      hide: planned.common.hiding.flatMap { Hiding(rawValue: $0.rawValue) },
      caption: planned.common.caption)
  }
}
