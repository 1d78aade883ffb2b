internal import ArgumentParser
internal import Datasets
internal import Diagnostics
internal import Execution
internal import FoundationEssentials
internal import Kernels
internal import Networks

/// `caderno doctor`: what this machine has.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tells what this machine has and where data was found.")

  @Option(help: ArgumentHelp("A folder with data sets, looked at first.", valueName: "folder"))
  var dataDir: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let portuguese = console.language == .portuguese
    let environment = ProcessInfo.processInfo.environment
    let levels = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "caderno            \(Version.text)",
      "numerics           \(numericsVersion)",
      (portuguese ? "sistema            " : "system             ")
        + ProcessInfo.processInfo.operatingSystemVersionString,
      (portuguese ? "instruções         " : "instruction sets   ")
        + "\(levels) (\(KernelSet.active.level.rawValue))",
      "threads            \(ThreadPool.available)",
    ]
    let locator = DatasetLocator(
      dataDirectory: dataDir, environment: environment, fallback: nil, isOffline: true)
    for entry in DatasetCatalog.all {
      let name = entry.name + String(repeating: " ", count: max(1, 19 - entry.name.count))
      let missing = portuguese ? "não encontrado" : "not found"
      lines.append(name + ((try? locator.load(entry.name))?.source ?? missing))
    }
    console.print(lines.joined(separator: "\n") + "\n")
  }
}
