internal import Diagnostics
internal import FoundationEssentials

/// Whether a notebook could be written, asked before an hour of training.
enum Writability {
  /// What is in the way of replacing a file, or nil.
  static func problem(of path: String) -> Message? {
    let resolved = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? path
    let target =
      resolved.hasPrefix("/") || resolved == path
      ? resolved : PathText.join(PathText.folder(of: path), resolved)
    let folder = PathText.folder(of: target)
    if !FileManager.default.isWritableFile(atPath: folder) {
      return Message(
        "\(folder): this folder can't be written to",
        pt: "\(folder): não é possível gravar na pasta")
    }
    if !FileManager.default.isWritableFile(atPath: target) {
      return Message(
        "\(target): this file can't be written to",
        pt: "\(target): não é possível gravar no arquivo")
    }
    return nil
  }
}
