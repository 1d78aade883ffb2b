public import Diagnostics

/// The YAML between `---` lines at the top of a notebook.
public struct FrontMatter: Hashable, Sendable {
  public var title: String?
  public var author: String?
  public var date: String?
  /// A BCP 47 tag such as "pt-BR".
  public var lang: String?
  /// `caderno: seed:`, 0 where it isn't given.
  public var seed = 0
  public var params: [NotebookParameter] = []
  /// `caderno: python:`; "keras" lets plain `python` fences run as Keras cells.
  public var python: String?
  public var data: [DataSource] = []
  /// The bytes from the first `---` through the line end of the last; nil where there is none.
  public var range: Range<Int>?

  public init() {}

  /// The language that `lang` names, English where Caderno doesn't speak it.
  public var language: Language { lang.flatMap(Language.init(tag:)) ?? .english }
}
