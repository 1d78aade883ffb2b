public import Foundation

/// Where things of this project lie.
public enum Project {
  /// The folder of `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file or a folder, by its path from the root.
  public static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The names of all that lies in a folder, in order; none where there is no such folder.
  public static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(path).path)) ?? []).sorted()
  }

  /// The folder beside the project whose `data` tests read where it is there; `CADERNO_SHARED` names another.
  public static let shared =
    ProcessInfo.processInfo.environment["CADERNO_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? root.appendingPathComponent("../shared")

  /// Whether what tests expect is written anew: `CADERNO_RECORD=1`.
  public static let isRecording = ProcessInfo.processInfo.environment["CADERNO_RECORD"] != nil
}
