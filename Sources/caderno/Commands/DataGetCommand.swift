internal import ArgumentParser
internal import Datasets
internal import Diagnostics

/// `caderno data get`: finds a data set, downloading it where it is nowhere else.
struct DataGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Finds a data set; downloads it where it is nowhere else.")

  @OptionGroup var search: DataSearchOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let dataset = try search.load(console: console)
    console.say(
      Message("\(dataset.name): \(dataset.source)", pt: "\(dataset.name): \(dataset.source)"))
  }
}
