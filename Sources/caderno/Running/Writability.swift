internal import Diagnostics
internal import Execution
internal import FoundationEssentials

/// Whether a file could be written, asked before an hour of training.
enum Writability {
  /// - Throws: `Problem` for what is in the way of writing a file.
  static func check(_ path: String) throws {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    let target = link.map { resolve($0, from: path) } ?? path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    let folder = PathText.folder(of: target)
    if attributes != nil, !FileManager.default.isWritableFile(atPath: target) {
      throw problem(
        Message(
          "\(target): this file can't be written to",
          pt: "\(target): não é possível gravar no arquivo"))
    }
    // A device or a pipe is written to where it stands; a file is replaced by a new one.
    let type = attributes?[.type] as? FileAttributeType ?? .typeRegular
    let isReplaced = type == .typeRegular || type == .typeDirectory
    if isReplaced, !FileManager.default.isWritableFile(atPath: folder) {
      throw problem(
        Message(
          "\(folder): this folder can't be written to",
          pt: "\(folder): não é possível gravar na pasta"))
    }
  }

  /// Whether a path's last part is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func resolve(_ link: String, from path: String) -> String {
    link.hasPrefix("/") ? link : PathText.join(PathText.folder(of: path), link)
  }

  private static func problem(_ message: Message) -> Problem {
    Problem(ExitCodes.world, code: "cannot-write", message)
  }
}
