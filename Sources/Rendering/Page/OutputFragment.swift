public import Diagnostics
public import RunRecords

/// Parts of a page for who builds another one than a lesson's.
public struct OutputFragment: Sendable {
  public var language: Language

  public init(language: Language) { self.language = language }

  /// The style sheet that the parts need.
  public static var sheet: String { PageStyle.sheet }

  /// All outputs of a step, hidden ones too.
  ///
  /// - Parameter prefix: goes before the ids inside, which must not occur twice in a page.
  public func html(of step: StepRecord, prefix: String) -> String {
    var shown = step
    shown.id = "\(prefix)-\(step.id)"
    shown.hide = nil
    return OutputHTML(language: language).html(of: shown, isStale: false)
  }

  /// Text as HTML shows it.
  public static func escaped(_ text: String) -> String { Escaping.markup(text) }
}
