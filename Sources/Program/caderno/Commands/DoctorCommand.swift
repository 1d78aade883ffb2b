internal import ArgumentParser
internal import Datasets
internal import Diagnostics
internal import Execution
internal import FoundationEssentials
internal import Kernels
internal import Networks
internal import Sandbox

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
      "caderno            \(Version.full)",
      "numerics           \(numericsVersion)",
      (portuguese ? "sistema            " : "system             ")
        + ProcessInfo.processInfo.operatingSystemVersionString,
      (portuguese ? "instruções         " : "instruction sets   ")
        + "\(levels) (\(KernelSet.active.level.rawValue))",
      "threads            \(ThreadPool.available)",
      (portuguese ? "isolamento         " : "sandbox            ") + sandbox(console.language),
    ]
    let locator = DatasetLocator(
      dataDirectory: dataDir, environment: environment, fallback: nil, isOffline: true)
    for entry in DatasetCatalog.all {
      let name = entry.name + String(repeating: " ", count: max(1, 19 - entry.name.count))
      lines.append(name + place(of: entry.name, locator).text(in: console.language))
    }
    console.print(lines.joined(separator: "\n") + "\n")
  }

  /// What the kernel can keep around a command that opens lessons.
  private func sandbox(_ language: Language) -> String {
    let held = Protection.available
    let none = Message("none", pt: "nenhum")
    return held == Protection() ? none.text(in: language) : held.text
  }

  /// Where a data set was found, or what is wrong with it.
  private func place(of name: String, _ locator: DatasetLocator) -> Message {
    do throws(DatasetError) {
      let source = try locator.load(name, limits: ExampleLimits(train: 1, test: 1)).source
      return Message(source, pt: source)
    } catch .missing {
      return Message("not found", pt: "não encontrado")
    } catch {
      return error.message
    }
  }
}
