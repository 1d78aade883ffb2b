public import Diagnostics
public import JupyterNotebooks
public import Notebooks
public import RunRecords

/// What every renderer takes: a notebook, the record of its run, and its name.
public struct Lesson: Sendable {
  /// The notebook as it stood when the run began.
  public var notebook: Notebook
  /// What the run gave, directive by directive.
  public var record: RunRecord
  /// The notebook's file name without its extension; figures go to `NAME.files/`.
  public var name: String
  /// New texts for numbers in prose, as the run gave them.
  public var links: [FilledLink]
  /// The bytes of the prose's images, by the address that stands in the Markdown; a page holds them
  /// itself. One that isn't here is shown as its alternative text.
  public var images: [String: [UInt8]]
  /// Cells of a Jupyter notebook that the run left alone, by the ids of their directives: their outputs stay.
  public var leftAlone: [String: JupyterCell] = [:]
  /// Whether the regions in the notebook are its outputs, as in a Jupyter notebook that was run
  /// elsewhere: they are shown though no record has them.
  public var showsRegions = false

  /// A lesson after a run; by default without new numbers in prose and without images.
  public init(
    notebook: Notebook, record: RunRecord, name: String, links: [FilledLink] = [],
    images: [String: [UInt8]] = [:]
  ) {
    self.notebook = notebook
    self.record = record
    self.name = name
    self.links = links
    self.images = images
  }

  /// The language of headings and words that Caderno adds.
  public var language: Language { notebook.frontMatter.language }
}
