internal import RunRecords

extension StepRecord {
  /// What a reader is shown of the outputs.
  var shownOutputs: [Output] { hide == .output || hide == .all ? [] : outputs }

  /// The caption below the outputs, whether a figure or the step has it; nil where nothing is shown.
  var shownCaption: String? {
    let captions = shownOutputs.compactMap { output -> String? in
      if case .figure(let figure) = output { figure.caption } else { nil }
    }
    return captions.last ?? (shownOutputs.isEmpty ? nil : caption)
  }

  /// Whether a reader is shown the directive itself.
  var showsInput: Bool { hide != .input && hide != .all }
}
