public import Diagnostics
public import RunRecords

/// Parts of a page for who builds another one than a lesson's.
public struct OutputFragment: Sendable {
  /// The language of headings and of numbers.
  public var language: Language

  /// A maker of parts in a language.
  public init(language: Language) { self.language = language }

  /// The style sheet that the parts need.
  public static var sheet: String { PageStyle.sheet + FormulaStyle.sheet + ProseStyle.all }

  /// The policy of a page whose one style sheet this is.
  public static func policy(sheet: String) -> String { PagePolicy.text(sheet: sheet) }

  /// All outputs of a task, hidden ones too.
  ///
  /// - Parameter prefix: goes before the ids inside, which must not occur twice in a page.
  public func html(of task: TaskRecord, prefix: String) -> String {
    var shown = task
    shown.id = "\(prefix)-\(task.id)"
    (shown.hide, shown.tags) = (nil, nil)
    return FormulaReferences().resolved(
      OutputHTML(language: language).html(of: shown, isStale: false))
  }

  /// One output alone, without a box around it.
  ///
  /// - Parameter prefix: goes before the ids inside, which must not occur twice in a page.
  public func html(of output: Output, prefix: String) -> String {
    OutputHTML(language: language).html(of: output, prefix: prefix)
  }

  /// Markdown with its images in the page itself.
  ///
  /// - Parameter images: their bytes by the address that the text has for them.
  public func html(markdown: String, images: [String: [UInt8]]) -> String {
    var prose = ProseHTML(
      definitions: "", pictures: PagePictures(images, language: language),
      formulas: PageFormulas(isNumbered: false, language: language), language: language)
    return FormulaReferences().resolved(prose.html(ofOutput: markdown))
  }

  /// An image in the page itself.
  public func html(image bytes: [UInt8], alt: String) -> String {
    EmbeddedImage.html(bytes, alt: alt, title: "", language: language)
  }

  /// Text as HTML shows it.
  public static func escaped(_ text: String) -> String { Escaping.markup(text) }
}
