public import Notebooks
public import RunRecords

/// A notebook with the outputs of a run in it, not yet on disk.
public struct NotebookUpdate: Sendable {
  /// The whole notebook with its regions and numbers written; every other byte stays.
  public let bytes: [UInt8]
  /// The figures that the outputs refer to, by paths beside the notebook.
  public let figures: [RenderedFile]
  /// Regions that belonged to no directive, and are gone.
  public let strayRegions: [OutputRegion]
  /// Figures of regions that went, which nothing refers to any more, by paths beside the notebook.
  public let removedFigures: [String]
  /// Figures that regions refer to now.
  public let shownFigures: Set<String>

  /// What a directive that failed had shown stays, and what stands below one that a tag leaves alone; one that was skipped shows nothing. Outputs of a run
  /// before go where a figure of theirs is now another directive's, which has their number since: the next
  /// run makes them anew.
  ///
  /// - Throws: `WriteRefusal` where markers are broken, or outputs were edited by hand.
  public init(_ lesson: Lesson, force: Bool) throws {
    let notebook = lesson.notebook
    let finished = lesson.record.tasks.filter { $0.status != .error && !$0.isLeftAlone }
    let renderer = RegionRenderer(lessonName: lesson.name, language: lesson.language)
    figures = finished.flatMap(renderer.figures(of:))
    let taken = Self.taken(notebook.regions, Set(finished.map(\.id)), Set(figures.map(\.path)))
    bytes = try notebook.writing(
      finished.map(renderer.region(of:))
        + taken.map { RenderedRegion(id: $0, key: "", body: "") },
      links: lesson.links, force: force)
    strayRegions = notebook.abandonedRegions
    let written = Set(finished.map(\.id) + taken)
    let (old, kept) = notebook.regions.divided { $0.owner.map(written.contains) ?? true }
    shownFigures = Set(figures.map(\.path) + kept.flatMap(\.figureFiles))
    removedFigures = FigureFile.paths(of: old, lesson: lesson.name, except: shownFigures)
  }

  /// The directives that weren't run and whose outputs refer to figures that were written for others.
  private static func taken(
    _ regions: [OutputRegion], _ finished: Set<String>, _ figures: Set<String>
  ) -> [String] {
    regions.compactMap { region in
      guard let owner = region.owner, !finished.contains(owner) else { return nil }
      return region.figureFiles.contains(where: figures.contains) ? owner : nil
    }
  }

  /// Of figures that earlier runs wrote, those that stand nowhere in the notebook: whoever deleted a cell
  /// with its region by hand left them.
  ///
  /// - Parameter names: the files that there are in the notebook's figure folder.
  public func leftFigures(
    of records: [RunRecord], lesson: String, among names: [String]
  ) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let written = FigureFile.paths(of: records, lesson: lesson)
    return names.map { "\(lesson).files/\($0)" }.filter {
      written.contains($0) && !shownFigures.contains($0)
        && !text.contains(MarkdownAddress.address(ofPath: $0))
    }
  }
}

extension Array {
  /// The elements that fulfill something, and the others.
  fileprivate func divided(by isFirst: (Element) -> Bool) -> (first: [Element], rest: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
