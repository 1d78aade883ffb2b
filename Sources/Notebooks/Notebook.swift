public import Diagnostics

/// A notebook: Markdown with directives, the outputs written back, and what is wrong with it.
public struct Notebook: Sendable {
  public let source: SourceText
  public let frontMatter: FrontMatter
  /// Lossless: the bytes of all cells in order are the source's bytes.
  public let cells: [Cell]
  /// The directives at the top level whose fence is closed, in document order; ids are unique.
  public let directives: [Directive]
  public let regions: [OutputRegion]
  public let runLinks: [RunLink]
  /// All findings, in the order of their places.
  public let diagnostics: [Diagnostic]

  /// Reads a notebook. Never fails: what is wrong stands in `diagnostics`.
  public init(source: SourceText, vocabulary: DirectiveVocabulary) {
    self.source = source
    frontMatter = FrontMatter()
    cells = []
    directives = []
    regions = []
    runLinks = []
    diagnostics = []
  }

  /// The region of a directive, wherever it stands.
  public func region(of id: String) -> OutputRegion? { regions.first { $0.id == id } }

  /// Regions whose directive is gone. Writing removes them; their figures may be deleted.
  public var abandonedRegions: [OutputRegion] {
    let ids = Set(directives.map(\.id))
    return regions.filter { !ids.contains($0.id) }
  }
}
