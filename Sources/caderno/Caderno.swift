internal import ArgumentParser

/// The command `caderno`.
@main
struct Caderno: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caderno", abstract: "Runs machine-learning lessons written in Markdown.",
    version: "0.1.0")
}
