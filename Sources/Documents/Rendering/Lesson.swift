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
  /// The prose's pictures, by the addresses that stand in the Markdown. One that isn't here is shown as its
  /// alternative text.
  public var pictures: [String: Picture]
  /// Where a page has its pictures.
  public var picturePlace = PicturePlace.bySize
  /// What a page has behind its own style sheet.
  public var theme: Theme?
  /// The files of `linkedFiles` that are lessons: links to them lead to their pages.
  public var linkedLessons: Set<String> = []
  /// Cells of a Jupyter notebook that the run left alone, by the ids of their directives: their outputs stay.
  public var leftAlone: [String: JupyterCell] = [:]
  /// Whether the regions in the notebook are its outputs, as in a Jupyter notebook that was run
  /// elsewhere: they are shown though no record has them.
  public var showsRegions = false

  /// A lesson after a run; by default without new numbers in prose and without pictures.
  public init(
    notebook: Notebook, record: RunRecord, name: String, links: [FilledLink] = [],
    pictures: [String: Picture] = [:]
  ) {
    self.notebook = notebook
    self.record = record
    self.name = name
    self.links = links
    self.pictures = pictures
  }

  /// The pictures in the order in which prose names them, those that it doesn't name behind.
  var picturesInOrder: [(address: String, picture: Picture)] {
    var rest = pictures
    let named = notebook.pictures.compactMap { link in
      rest.removeValue(forKey: link.address).map { (link.address, $0) }
    }
    return named + rest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The files of the pictures that prose names, for what refers to them.
  var copies: [RenderedFile] {
    var copied: Set<String> = []
    return picturesInOrder.compactMap { _, picture in
      copied.insert(picture.path).inserted ? RenderedFile(copyOf: picture) : nil
    }
  }

  /// The language of headings and words that Caderno adds.
  public var language: Language { notebook.frontMatter.language }
}
