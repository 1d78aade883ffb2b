internal import ArgumentParser

/// The command `caderno`.
@main
struct Caderno: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caderno", abstract: "Runs machine-learning lessons written in Markdown.",
    version: Version.text,
    subcommands: [
      RunCommand.self, LintCommand.self, CleanCommand.self, RenderCommand.self,
      DataCommand.self, DoctorCommand.self,
    ])
}
