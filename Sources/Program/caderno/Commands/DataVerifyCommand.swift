internal import ArgumentParser
internal import Datasets
internal import Diagnostics
internal import Digests

/// `caderno data verify`: reads a data set whole and says what its content is.
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Reads a data set whole and compares it with what is known.")

  @OptionGroup var search: DataSearchOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let dataset = try search.load(console: console)
    console.say(facts(dataset))
    guard let published = DatasetCatalog.entry(named: dataset.name)?.publishedDigest else { return }
    guard dataset.sha256.description == published else {
      console.fail(
        Problem(
          ExitCodes.notebook, code: "data-not-as-published",
          Message(
            "\(dataset.source) is sound, but is not \(dataset.name) as it was published",
            pt: "\(dataset.source) está íntegro, mas não é \(dataset.name) como foi publicado")))
      throw ExitCodes.notebook
    }
    console.say(Message("as published", pt: "como foi publicado"))
  }

  private func facts(_ dataset: Dataset) -> Message {
    let counts = "\(dataset.train.count) + \(dataset.test.count)"
    let place = "\(dataset.name): \(dataset.source)"
    return Message(
      "\(place): \(counts) images, SHA-256 \(dataset.sha256)",
      pt: "\(place): \(counts) imagens, SHA-256 \(dataset.sha256)")
  }
}
