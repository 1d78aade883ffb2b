internal import ArgumentParser

/// `caderno data`: what data sets there are, and where.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Lists, fetches and verifies data sets.",
    subcommands: [DataListCommand.self, DataGetCommand.self, DataVerifyCommand.self],
    defaultSubcommand: DataListCommand.self)
}
