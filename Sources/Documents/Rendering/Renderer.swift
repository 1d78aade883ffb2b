public import Notebooks

/// An output format: a pure function from a lesson to files.
public protocol Renderer: Sendable {
  /// The name for `--to`, which is the extension of the main file as well.
  static var name: String { get }
  /// What the program has to know of the format to write it and to overwrite it.
  static var facts: RendererFacts { get }
  /// A renderer as it is chosen by name; none has settings.
  init()
  /// The main file first, then those beside it (figures).
  ///
  /// - Throws: `WriteRefusal` where the notebook's own regions are broken or edited by hand and the
  ///   format writes into them.
  func files(for lesson: Lesson) throws(WriteRefusal) -> [RenderedFile]
}
