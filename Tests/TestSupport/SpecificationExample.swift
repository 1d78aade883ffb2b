public import Foundation

/// One numbered example of the CommonMark specification 0.30.
public struct SpecificationExample: Codable, Sendable, CustomStringConvertible {
  /// Its number in the specification.
  public let example: Int
  /// The heading above it.
  public let section: String
  /// What is read.
  public let markdown: String
  /// What it becomes.
  public let html: String

  /// Number and heading.
  public var description: String { "\(example), \(section)" }

  /// The examples, where they lie beside the project.
  public static let file = Project.shared.appendingPathComponent("data/commonmark/spec-0.30.json")

  /// Whether they do.
  public static var areThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  /// All 652; none where they aren't there.
  public static let all: [SpecificationExample] = areThere ? Fixture.read(file) : []
}
