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

  @Option(help: "The model: \(BenchModel.allValueStrings.joined(separator: ", ")).")
  var model = BenchCatalog.all[0]

  @Option(help: "Images in a batch; the model's own number unless given.")
  var batch: Int?

  @Option(help: "Threads; all processors unless given.")
  var threads: Int?

  @Option(help: "Images in an epoch; the model's own number unless given.")
  var images: Int?

  @Option(help: "Epochs; the median counts.")
  var epochs = 3

  @Option(help: "Let one number grow: batch, threads, size or channels.")
  var sweep: BenchSweep?

  @Flag(help: "Print what each model is as JSON, and measure nothing.")
  var describe = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    let numbers = [("batch", batch ?? 1), ("threads", threads ?? 1), ("epochs", epochs)]
    for (name, value) in numbers where !(1...4096).contains(value) {
      throw ValidationError("--\(name) must be from 1 to 4096, not \(value)")
    }
    if let images, !(1...200_000).contains(images) {
      throw ValidationError("--images must be from 1 to 200000, not \(images)")
    }
  }

  func run() throws {
    if describe {
      return speech.console.print(try encoded(BenchCatalog.all.map(BenchDescription.init)))
    }
    let threads = threads ?? ThreadPool.available
    let setup = BenchSetup(
      model: model, size: model.size, channels: BenchModel.width, batch: batch ?? model.batches[0],
      threads: threads, images: images ?? model.images, epochs: epochs)
    let peak = MachinePeak.measured(threads: threads)
    let results = try (sweep?.setups(setup) ?? [setup]).map { try BenchTimer(setup: $0).measure() }
    let report = BenchReport(
      version: Version.text, numericsVersion: numericsVersion,
      instructionSet: KernelSet.active.level.rawValue, processors: ThreadPool.available,
      peak: peak, results: results,
      peakMemory: PeakMemory.megabytes)
    speech.console.print(json ? try encoded(report) : report.text(sweep: sweep))
  }

  private func encoded(_ report: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}
