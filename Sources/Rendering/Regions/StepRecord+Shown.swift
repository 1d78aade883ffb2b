internal import RunRecords

extension StepRecord {
  /// What a reader is shown of the outputs.
  var shownOutputs: [Output] { hide == .output || hide == .all ? [] : outputs }

  /// Whether a reader is shown the directive itself.
  var showsInput: Bool { hide != .input && hide != .all }
}
