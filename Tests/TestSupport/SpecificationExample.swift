public import Foundation

/// One numbered example of the CommonMark specification 0.30.
public struct SpecificationExample: Codable, Sendable, CustomStringConvertible {
  public let example: Int
  public let section: String
  public let markdown: String
  public let html: String

  public var description: String { "\(example), \(section)" }

  /// The examples, where they lie beside the project.
  public static let file = Project.shared.appendingPathComponent("data/commonmark/spec-0.30.json")

  /// Whether they do.
  public static var areThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  public static let all: [SpecificationExample] = areThere ? Fixture.read(file) : []
}
