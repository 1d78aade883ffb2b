public import Diagnostics
public import Notebooks
public import RunRecords

/// The outputs of a directive as the Markdown of its region (GFM), and its figures as files.
///
/// No time, duration, host or absolute path ever stands in them.
public struct RegionRenderer: Sendable {
  /// The notebook's file name without its extension; figures are in `NAME.files/`.
  public var lessonName: String
  public var language: Language

  public init(lessonName: String, language: Language) {
    self.lessonName = lessonName
    self.language = language
  }

  /// The region of a step; its body is empty where the step shows nothing.
  public func region(of step: StepRecord) -> RenderedRegion {
    RenderedRegion(id: step.id, key: step.key, body: "")
  }

  /// The figures of a step, with paths relative to the notebook's folder.
  public func figures(of step: StepRecord) -> [RenderedFile] { [] }
}
