package import Diagnostics
internal import Networks
internal import Notebooks
internal import Texts
internal import Words

/// A lesson whose directives became cells in plain Keras, which run wherever Keras does.
///
/// Models, options and data stay the same, numbers differ as those of two seeds do. Cells that were Keras
/// already stay as they are; outputs are left out, and numbers in prose become plain text.
package struct KerasLesson: Sendable {
  /// The lesson in Markdown, with lines ended by LF.
  package let text: String
  /// Notes of what stays out, in document order.
  package let findings: [Diagnostic]
  /// Data sets that the cells read from files in the files' folder.
  package let datasets: [ExportedDataset]

  /// - Parameters:
  ///   - plan: of a lesson without errors.
  ///   - filesFolder: where files of the exported lesson stand, from its folder: "lesson.files".
  ///   - isTitled: whether the Markdown has a front matter with the lesson's title and language.
  package init(_ plan: Plan, filesFolder: String, isTitled: Bool) {
    var program = KerasProgram(
      words: plan.notebook.frontMatter.language.words, filesFolder: filesFolder,
      taken: Self.ownNames(plan), settable: Self.modelsWithSetRates(plan))
    // Fences of plain Python run in such a lesson; in others they are shown.
    let runsPython = plan.notebook.frontMatter.python == "keras"
    let info = runsPython ? "python" : "python {.keras}"
    var fences: [String: String] = [:]
    for task in plan.tasks {
      fences[task.directive.id] = Self.cell(task, &program).map { Self.fenced($0, info) } ?? ""
    }
    if let first = plan.notebook.directives.first {
      let cells = Self.firstCells(plan, program).map { Self.fenced($0, info) }
      fences[first.id] = (cells + [fences[first.id] ?? ""]).joined(separator: "\n")
    }
    let bytes = plan.notebook.replacing(
      fences: fences, frontMatter: Self.frontMatter(plan, isTitled: isTitled))
    text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    findings = program.findings
    datasets = program.files.values.sorted { $0.name < $1.name }
  }

  /// A directive's cell; nil where it stays out.
  private static func cell(_ task: PlannedTask, _ program: inout KerasProgram) -> String? {
    program.begin(task.directive)
    guard case .run(let work) = task.action else {
      program.leaveOut(
        Message(
          "'\(task.directive.id)' doesn't train or measure anything, and stays out",
          pt: "'\(task.directive.id)' não treina nem mede nada, e fica de fora"))
      return nil
    }
    if let seed = task.common.seed { program.add("keras.utils.set_random_seed(\(seed))") }
    work.write(to: &program)
    return program.lines.isEmpty ? nil : program.lines.joined(separator: "\n")
  }

  /// What stands before the first directive: the parameters, and what the cells import and call.
  private static func firstCells(_ plan: Plan, _ program: KerasProgram) -> [String] {
    let parameters = plan.parameters.compactMap { parameter in
      ArgumentValue(parameter.value).map { "\(parameter.name) = \(PythonText.text($0))" }
    }
    let isKerasAlready = plan.tasks.allSatisfy { $0.directive.kind == KerasDirective.name }
    return (parameters.isEmpty ? [] : [parameters.joined(separator: "\n")])
      + (isKerasAlready ? [] : [program.preamble(seed: plan.notebook.frontMatter.seed)])
  }

  private static func ownNames(_ plan: Plan) -> Set<String> {
    plan.tasks.reduce(into: Set(plan.parameters.map(\.name))) { names, task in
      if case .run(let work as KerasTask) = task.action { names.formUnion(work.cell.bound) }
    }
  }

  private static func modelsWithSetRates(_ plan: Plan) -> Set<String> {
    plan.tasks.reduce(into: []) { models, task in
      if case .run(let fit as FitTask) = task.action, !fit.rules.columns.isEmpty {
        models.insert(fit.modelID)
      }
    }
  }

  private static func frontMatter(_ plan: Plan, isTitled: Bool) -> String {
    let matter = plan.notebook.frontMatter
    var lines = isTitled ? [("title", matter.title), ("lang", matter.lang)] : []
    lines = lines.filter { $0.1 != nil }
    let text =
      lines.map { "\($0.0): \(QuotedText.text($0.1 ?? ""))\n" }.joined()
      + (matter.python == "keras" ? "caderno:\n  python: keras\n" : "")
    return text.isEmpty ? "" : "---\n\(text)---\n"
  }

  /// A fence that no backticks in the code end.
  private static func fenced(_ code: String, _ info: String) -> String {
    let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(info)\n\(code)\n\(fence)\n"
  }
}
