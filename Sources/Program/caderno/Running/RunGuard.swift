internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import Notebooks

/// Looks for everything that keeps a run from being worth its time, before it starts.
struct RunGuard {
  let path: String
  let target: RunTarget
  let force: Bool

  /// Shows what was found.
  ///
  /// - Throws: `Problem`, or the exit code where an error was shown.
  func check(_ plan: Plan, _ loading: NotebookLoading) throws {
    let findings = findings(plan)
    try checkSyntax(findings, plan, loading)
    loading.show(findings, of: plan.notebook)
    if findings.hasErrors { throw ExitCodes.notebook }
    // A program of comments alone runs, and prints nothing.
    let isScript = NotebookLoading.isScript(path)
    if plan.tasks.isEmpty, !isScript { throw Problem.noDirectives(path) }
    switch target {
    // A script stays as it is.
    case .notebook:
      guard !isScript else { return }
      try Writability.check(path)
      try OutputFiles(notebookPath: path).checkFigures()
    case .file(let file, _):
      try NamedOutput(PathText.folder(of: file), lessons: [path]).makeFolder()
      try NamedOutput(file, lessons: [path]).check()
    case .folder(let folder, _):
      if !force {
        try ForeignFile(lesson: path, console: loading.console).check(target.files(of: path))
      }
      try NamedOutput(folder, lessons: [path]).makeFolder()
      try Writability.check(PathText.join(folder, "."))
    }
  }

  /// Says that a script is no Python, as CPython does, where nothing else is to be said.
  private func checkSyntax(_ findings: [Diagnostic], _ plan: Plan, _ loading: NotebookLoading)
    throws
  {
    guard loading.console.isQuiet, NotebookLoading.isScript(path) else { return }
    let found = loading.located(findings, of: plan.notebook)
    guard let error = ScriptSyntaxError(found.diagnostics, in: found.source) else { return }
    loading.console.print(printed: error.text, isError: true)
    throw ExitCodes.notebook
  }

  /// What the plan found; regions that were edited by hand are errors where they'd be replaced.
  private func findings(_ plan: Plan) -> [Diagnostic] {
    guard case .notebook = target else { return plan.diagnostics }
    let refusals = RegionGuard.findings(in: plan.notebook, force: force)
    let others = plan.diagnostics.filter { found in
      let isForced = force && found.code == "edited-outputs"
      return !isForced && !refusals.contains { $0.code == found.code && $0.range == found.range }
    }
    return others + refusals
  }
}

extension Problem {
  fileprivate static func noDirectives(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "no-directives",
      Message("\(path): no directive to run", pt: "\(path): nenhum bloco para executar"),
      hint: Message(
        "a directive is a fence such as ```yaml {.data #mnist}",
        pt: "um bloco executável é uma cerca como ```yaml {.data #mnist}"))
  }
}
