internal import Diagnostics
internal import Execution
internal import Files
internal import FoundationEssentials

/// Whether a file could be written, asked before an hour of training.
enum Writability {
  /// - Throws: `Problem` for what is in the way of writing a file.
  static func check(_ path: String) throws {
    let target = NamedPlace.end(of: path)
    let folder = PathText.folder(of: target)
    if FileManager.default.fileExists(atPath: target),
      !FileManager.default.isWritableFile(atPath: target)
    {
      throw problem(
        Message(
          "\(target): this file can't be written to",
          pt: "\(target): não é possível gravar no arquivo"))
    }
    if !NamedPlace.isWrittenInPlace(target), !FileManager.default.isWritableFile(atPath: folder) {
      throw problem(
        Message(
          "\(folder): this folder can't be written to",
          pt: "\(folder): não é possível gravar na pasta"))
    }
  }

  private static func problem(_ message: Message) -> Problem {
    Problem(ExitCodes.world, code: "cannot-write", message)
  }
}
