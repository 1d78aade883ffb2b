/// What a renderer of prose says itself, in the lesson's language; plain text.
public struct ProseWords: Sendable {
  /// The name of the box of a task that is done.
  public var doneTask = "Completed task"
  /// The name of the box of a task that isn't.
  public var openTask = "Incomplete task"
  /// The title of the footnotes.
  public var footnotes = "Footnotes"
  /// What leads back to a reference, whose number follows.
  public var backToReference = "Back to reference"
  /// The titles of alerts.
  public var alerts: [Alert: String] = [
    .note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution",
  ]
  /// What a link to a sound is called; its file follows.
  public var audio = "Audio"
  /// What a link to a moving picture is called.
  public var video = "Video"

  /// English.
  public init() {}
}
