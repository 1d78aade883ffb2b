internal import Notebooks
public import RunRecords

extension TaskRecord {
  /// What a reader is shown of the outputs.
  var shownOutputs: [Output] { cellTags.showsOutput ? writtenOutputs : [] }

  /// The outputs in a Jupyter notebook, which keeps those that tags take out of pages.
  var writtenOutputs: [Output] { hide == .output || hide == .all ? [] : outputs }

  /// What its tags mean.
  var cellTags: CellTags { CellTags(tags ?? []) }

  /// Whether nothing ran since a tag says so, and whatever stands there stays.
  public var isLeftAlone: Bool { status == .skipped && cellTags.contains(.skipsExecution) }

  /// The caption below the outputs, whether a figure or the task has it; nil where nothing is shown.
  var shownCaption: String? { caption(below: shownOutputs) }

  /// The caption of some of the outputs.
  func caption(below outputs: [Output]) -> String? {
    let captions = outputs.compactMap { output -> String? in
      if case .figure(let figure) = output { figure.caption } else { nil }
    }
    return captions.last ?? (outputs.isEmpty ? nil : caption)
  }

  /// Whether a reader is shown the directive itself.
  var showsInput: Bool { hide != .input && hide != .all && cellTags.showsInput }
}
