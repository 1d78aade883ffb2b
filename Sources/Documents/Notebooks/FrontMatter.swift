public import Diagnostics

/// The YAML between `---` lines at the top of a notebook.
public struct FrontMatter: Hashable, Sendable {
  /// What the lesson is called.
  public var title: String?
  /// Who wrote it, as it is written there.
  public var author: String?
  /// When, as it is written there.
  public var date: String?
  /// A BCP 47 tag such as "pt-BR".
  public var lang: String?
  /// `toc:`, the deepest level of headings in the page's list of contents: 0 for no list; nil where it
  /// isn't given, so that long lessons have one.
  public var contentsDepth: Int?
  /// `theme:`, where it names a `.css` file; other programs' themes are none of ours.
  public var theme: ThemeLink?
  /// `caderno: seed:`, 0 where it isn't given.
  public var seed = 0
  /// What `$name` stands for, in the order of the document.
  public var params: [NotebookParameter] = []
  /// `caderno: python:`; "keras" lets plain `python` fences run as Keras cells.
  public var python: String?
  /// Where data sets of the lesson's own lie.
  public var data: [DataSource] = []
  /// `caderno: macros:`, names for pieces of formulas, in the order of the document.
  public var macros: [FormulaMacro] = []
  /// The bytes from the first `---` through the line end of the last; nil where there is none.
  public var range: Range<Int>?

  /// Of a notebook that has none.
  public init() {}

  /// The language that `lang` names, English where Caderno doesn't speak it.
  public var language: Language { lang.flatMap(Language.init(tag:)) ?? .english }
}
