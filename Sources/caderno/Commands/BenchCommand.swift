internal import ArgumentParser
internal import FoundationEssentials
internal import Kernels
internal import Networks

/// `caderno bench`: how fast the engine is on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures how fast networks train on this machine.",
    discussion: """
      GFLOP/s count dense arithmetic, a multiply-add as two operations, whatever was skipped or \
      saved; so they can exceed the peak. Images are the built-in digits where they fit the \
      model, otherwise random bytes, whose gradients have other zeros than those of pictures.
      """)

  @Option(help: "The model: \(BenchModel.allCases.map(\.rawValue).joined(separator: ", ")).")
  var model = BenchModel.lesson

  @Option(help: "Images in a batch.")
  var batch = 64

  @Option(help: "Threads; all processors unless given.")
  var threads: Int?

  @Option(help: "Images in an epoch.")
  var images = 6000

  @Option(help: "Epochs; the median counts.")
  var epochs = 3

  @Option(help: "Let one number grow: batch, threads, size or channels.")
  var sweep: BenchSweep?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    let numbers = [("batch", batch), ("threads", threads ?? 1), ("epochs", epochs)]
    for (name, value) in numbers where !(1...4096).contains(value) {
      throw ValidationError("--\(name) must be from 1 to 4096, not \(value)")
    }
    guard (1...200_000).contains(images) else {
      throw ValidationError("--images must be from 1 to 200000, not \(images)")
    }
  }

  func run() throws {
    let threads = threads ?? ThreadPool.available
    let setup = BenchSetup(
      model: model, size: model.size, channels: 32, batch: batch, threads: threads,
      images: images, epochs: epochs)
    let peak = MachinePeak.measured(threads: threads)
    let results = try (sweep?.setups(setup) ?? [setup]).map { try BenchRun(setup: $0).measure() }
    let report = BenchReport(
      version: Version.text, numericsVersion: numericsVersion,
      instructionSet: KernelSet.active.level.rawValue, processors: ThreadPool.available,
      peak: peak, results: results,
      peakMemory: PeakMemory.megabytes)
    speech.console.print(json ? try encoded(report) : report.text(sweep: sweep))
  }

  private func encoded(_ report: BenchReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}
