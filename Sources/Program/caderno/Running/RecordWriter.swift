internal import Diagnostics
internal import Digests
internal import Execution
internal import FoundationEssentials
internal import Kernels
internal import Networks
internal import Notebooks
internal import RunRecords

/// Makes the record of a run.
struct RecordWriter {
  let notebook: Notebook
  let settings: RunSettings
  let plan: Plan

  /// The record of a run that began at `start` and has just ended.
  func record(_ result: RunResult, start: Moment, exitStatus: Int) -> RunRecord {
    let matter = notebook.frontMatter
    let text = notebook.cleaned(links: result.texts(for: notebook.runLinks, in: matter.language))
    return RunRecord(
      id: start.runID,
      notebook: NotebookRecord(
        path: notebook.source.file, sha256: SHA256Digest(of: notebook.source.bytes).description,
        textSHA256: SHA256Digest(of: text).description, title: matter.title, lang: matter.lang),
      parameters: plan.parameterRecords,
      seed: settings.seed ?? matter.seed, numericsVersion: numericsVersion,
      cadernoVersion: Version.text,
      environment: EnvironmentRecord(
        operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString,
        instructionSet: KernelSet.active.level.rawValue, threads: settings.threads),
      startedAt: start.text, endedAt: Moment().text, dataSets: result.dataSets,
      tasks: result.tasks, exitStatus: exitStatus)
  }
}
