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

  func record(_ result: RunResult, startedAt: String, exitStatus: Int) -> RunRecord {
    let matter = notebook.frontMatter
    return RunRecord(
      id: RunID.make(startedAt),
      notebook: NotebookRecord(
        path: notebook.source.file, sha256: SHA256Digest(of: notebook.source.bytes).description,
        title: matter.title, lang: matter.lang),
      parameters: plan.parameters.map { ParameterRecord(name: $0.name, value: $0.value.text) },
      seed: settings.seed ?? matter.seed, numericsVersion: numericsVersion,
      cadernoVersion: Version.text,
      environment: EnvironmentRecord(
        operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString,
        instructionSet: KernelSet.active.level.rawValue, threads: settings.threads),
      startedAt: startedAt, endedAt: Clock.now, dataSets: result.dataSets, steps: result.steps,
      exitStatus: exitStatus)
  }
}

/// Names of runs: the time, and something that keeps two runs of one second apart.
enum RunID {
  static func make(_ startedAt: String) -> String {
    let digits = startedAt.filter(\.isNumber)
    var random = SystemRandomNumberGenerator()
    let suffix = String(UInt32.random(in: 0...0xFFFF_FFFF, using: &random), radix: 16)
    let padded = String(repeating: "0", count: 8 - suffix.count) + suffix
    return "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))-\(padded)"
  }
}
