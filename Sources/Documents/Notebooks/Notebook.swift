internal import CommonMark
public import Diagnostics

/// A notebook: Markdown with directives, the outputs written back, and what is wrong with it.
public struct Notebook: Sendable {
  /// The file, byte for byte.
  public let source: SourceText
  /// What stands between the first `---` lines.
  public let frontMatter: FrontMatter
  /// Lossless: the bytes of all cells in order are the source's bytes.
  public let cells: [Cell]
  /// The directives at the top level whose fence is closed, in document order; ids are unique.
  public let directives: [Directive]
  /// The outputs that stand in it, in the order of the document.
  public let regions: [OutputRegion]
  /// The numbers in prose, in the order of the document.
  public let runLinks: [RunLink]
  /// The pictures that prose names, in the order of the document.
  public let pictures: [PictureLink]
  /// The exercises and solutions, an outer one before those in it.
  public let parts: [TeachingPart]
  /// All findings, in the order of their places.
  public let diagnostics: [Diagnostic]
  /// Why the outputs can't be written: markers that don't fit.
  let markerProblems: [Diagnostic]
  /// The directives that it was read with.
  public let vocabulary: DirectiveVocabulary

  /// Reads a notebook. Never fails: what is wrong stands in `diagnostics`. Cost: linear.
  public init(source: SourceText, vocabulary: DirectiveVocabulary) {
    self.init(source: source, vocabulary: vocabulary, matcher: RegionMatcher())
  }

  init(source: SourceText, vocabulary: DirectiveVocabulary, matcher: RegionMatcher) {
    var reader = NotebookReader(source, vocabulary)
    reader.read(matcher)
    self.source = source
    self.vocabulary = vocabulary
    frontMatter = reader.front.frontMatter
    directives = reader.directives.directives
    regions = reader.regions.regions
    markerProblems = reader.regions.problems
    runLinks = reader.runLinks
    pictures = reader.pictures
    parts = reader.parts
    diagnostics = reader.allDiagnostics
    cells =
      CellList(
        source: source, frontMatter: frontMatter.range, directives: directives, regions: regions
      ).cells
  }

  /// The regions by the ids of their directives, wherever they stand.
  public var regionsByOwner: [String: OutputRegion] {
    Dictionary(regions.compactMap { region in region.owner.map { ($0, region) } }) { $1 }
  }

  /// Regions that belong to no directive. Writing removes them; their figures may be deleted.
  public var abandonedRegions: [OutputRegion] { regions.filter { $0.owner == nil } }
}
