public import Foundation

/// A file that holds what a test expects.
public enum GoldenFile {
  /// Throws `GoldenDifference` if the file holds another text, and where expectations are recorded,
  /// once it is written: such a run proves nothing, and is not to pass.
  public static func expect(_ made: String, at file: URL) throws {
    guard !Project.isRecording else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: file)
      throw GoldenDifference(description: "recorded \(file.path)")
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard made != expected else { return }
    throw GoldenDifference(description: "\(file.path) differs, \(place(made, expected))")
  }

  /// Where two texts begin to differ.
  private static func place(_ made: String, _ expected: String) -> String {
    let lines = [made, expected].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let index = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
    let line = index ?? min(lines[0].count, lines[1].count)
    let shown = lines.map { $0.indices.contains(line) ? "'\($0[line])'" : "the end" }
    return "from line \(line + 1) on: expected \(shown[1]), made \(shown[0])"
  }
}

/// That a text isn't the expected one, or was recorded as such just now.
public struct GoldenDifference: Error, CustomStringConvertible {
  /// The file, and where the texts begin to differ.
  public let description: String
}
