public import Diagnostics
public import Notebooks
public import RunRecords

/// What every renderer takes: a notebook, the record of its run, and its name.
public struct Lesson: Sendable {
  public var notebook: Notebook
  public var record: RunRecord
  /// The notebook's file name without its extension; figures go to `NAME.files/`.
  public var name: String
  /// New texts for numbers in prose, as the run gave them.
  public var links: [(RunLink, String)]

  public init(
    notebook: Notebook, record: RunRecord, name: String, links: [(RunLink, String)] = []
  ) {
    self.notebook = notebook
    self.record = record
    self.name = name
    self.links = links
  }

  /// The language of headings and words that Caderno adds.
  public var language: Language { notebook.frontMatter.language }
}
