internal import ArgumentParser
internal import Datasets
internal import Diagnostics

/// `caderno data get`: finds a data set and says where it lies.
struct DataGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Finds a data set and says where it lies.")

  @OptionGroup var search: DataSearchOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let dataset = try search.load(console: console)
    console.say(
      Message("\(dataset.name): \(dataset.source)", pt: "\(dataset.name): \(dataset.source)"))
  }
}
