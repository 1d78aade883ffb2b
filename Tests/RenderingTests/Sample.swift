import Diagnostics
import Notebooks
import RunRecords

@testable import Rendering

/// Small lessons and tasks for tests.
enum Sample {
  static func task(_ outputs: [Output], id: String = "s") -> TaskRecord {
    TaskRecord(
      id: id, kind: "fit", sourceSHA256: "", lines: LineRange(1...2), key: "k", outputs: outputs)
  }

  static func lesson(_ markdown: String, tasks: [TaskRecord] = []) -> Lesson {
    let notebook = Notebook(
      source: SourceText(file: "l.md", bytes: Array(markdown.utf8)),
      vocabulary: GoldenCase.vocabulary)
    let record = RunRecord(
      id: "r", notebook: .init(path: "l.md", sha256: ""), seed: 0, numericsVersion: 1,
      cadernoVersion: "0", environment: .init(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "", tasks: tasks)
    return Lesson(notebook: notebook, record: record, name: "l")
  }

  static func page(_ markdown: String, tasks: [TaskRecord] = []) -> String {
    String(
      decoding: HTMLPageRenderer().files(for: lesson(markdown, tasks: tasks))[0].bytes,
      as: UTF8.self)
  }

  static func body(_ outputs: [Output], language: Language = .english) -> String {
    RegionRenderer(lessonName: "l", language: language).region(of: task(outputs)).body
  }

  static func chart(_ y: [Double], style: Figure.Series.Style = .line) -> Figure {
    Figure(panels: [
      .init(
        .chart(
          .init(
            xLabel: "x", yLabel: "y",
            series: [.init(label: "s", style: style, x: y.indices.map(Double.init), y: y)])))
    ])
  }

  static func svg(_ figure: Figure, alt: String = "alt") -> String {
    text(FigureOutput(name: "f", figure: figure, alt: alt), in: .portuguese)
  }

  static func text(_ output: FigureOutput, in language: Language) -> String {
    String(decoding: SVGRenderer(language: language).file(output).bytes, as: UTF8.self)
  }
}
