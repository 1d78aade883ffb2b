internal import ArgumentParser
internal import Diagnostics
internal import Sandbox

/// Whether the system's kernel keeps a command from everything but what its command line names.
struct SandboxOptions: ParsableArguments {
  @Flag(help: "Leave out the fence that the system's kernel keeps around the command.")
  var noSandbox = false

  @Flag(help: "Fail where the system's kernel can keep no fence around the command.")
  var requireSandbox = false

  func validate() throws {
    if noSandbox, requireSandbox {
      throw ValidationError("--no-sandbox and --require-sandbox exclude each other")
    }
  }

  /// The same options for another process.
  var arguments: [String] {
    (noSandbox ? ["--no-sandbox"] : []) + (requireSandbox ? ["--require-sandbox"] : [])
  }

  /// Puts the fence up; from here on a lesson may be opened.
  ///
  /// - Parameter saysSo: whether a kernel that keeps none, or half of one, is worth a line.
  /// - Throws: `Problem` where the fence is required and can't be had.
  func enter(_ fence: Fence, _ console: Console, saysSo: Bool = false) throws {
    if noSandbox { return }
    let held = fence.enter()
    if held.isWhole { return }
    if requireSandbox { throw Problem.noSandbox(held) }
    if saysSo { console.say(.noSandbox(held)) }
  }

  /// Fails where the fence is required and can't be had; puts none up.
  func check() throws {
    let held = Protection.available
    if requireSandbox, !held.isWhole { throw Problem.noSandbox(held) }
  }
}

extension Message {
  fileprivate static func noSandbox(_ held: Protection) -> Message {
    Message(
      "note: the system's kernel keeps no whole fence around this command: \(held.text)",
      pt: "nota: o núcleo do sistema não isola este comando por inteiro: \(held.text)")
  }
}

extension Problem {
  fileprivate static func noSandbox(_ held: Protection) -> Problem {
    Problem(
      ExitCodes.world, code: "no-sandbox",
      Message(
        "the system's kernel can keep no whole fence around the command: \(held.text)",
        pt: "o núcleo do sistema não consegue isolar o comando por inteiro: \(held.text)"),
      hint: Message(
        "Linux 5.13 and newer have Landlock; see caderno doctor",
        pt: "Linux 5.13 e mais novos têm Landlock; veja caderno doctor"))
  }
}
