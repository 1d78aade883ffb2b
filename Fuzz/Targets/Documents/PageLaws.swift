import Notebooks
import Rendering
import RunRecords

/// What holds for everything that is made of a notebook and its outputs.
enum PageLaws {
  /// Makes all formats.
  static func render(_ notebook: Notebook, _ tasks: [TaskRecord]) throws {
    var lesson = Lesson(notebook: notebook, record: SampleOutputs.record(tasks), name: "l")
    for showsRegions in [false, true] {
      lesson.showsRegions = showsRegions
      for renderer in RendererCatalog.all {
        guard let files = try? renderer.init().files(for: lesson) else { continue }
        for file in files {
          let text = String(validating: file.bytes, as: UTF8.self)
          try expect(
            text != nil || renderer.name == MarkdownRenderer.name, "a file is not UTF-8")
          guard let text, file.path.hasSuffix(".html") else { continue }
          try expect(!text.utf8.contains(0), "a page holds a null")
          try expect(!text.lowercased().contains("<script"), "a page holds a script")
        }
      }
    }
  }
}
