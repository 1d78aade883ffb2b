internal import Notebooks
internal import Rendering
internal import RunRecords

/// A notebook with the outputs of a run in it, not yet on disk.
struct NotebookUpdate {
  let bytes: [UInt8]
  /// The figures that the outputs refer to, by paths beside the notebook.
  let figures: [RenderedFile]
  /// Regions that were replaced or are gone, with the figures that they referred to.
  let abandonedRegions: [OutputRegion]

  /// - Throws: `WriteRefusal` where markers are broken, or outputs were edited by hand.
  init(_ lesson: Lesson, force: Bool) throws {
    let notebook = lesson.notebook
    let finished = lesson.record.steps.filter { $0.status != .error && $0.status != .skipped }
    let renderer = RegionRenderer(lessonName: lesson.name, language: lesson.language)
    bytes = try notebook.writing(
      finished.map(renderer.region(of:)), links: lesson.links, force: force)
    figures = finished.flatMap(renderer.figures(of:))
    let rewritten = Set(finished.map(\.id))
    abandonedRegions =
      notebook.abandonedRegions + notebook.regions.filter { rewritten.contains($0.id) }
  }
}
