public import Foundation

/// What oracles wrote down, in `Tests/Fixtures`.
public enum Fixture {
  /// Decodes a JSON file; a file that isn't there or has another form ends the tests, which would be none without it.
  ///
  /// - Parameter path: the file's path below `Tests/Fixtures`, such as `NumPy/arrays_numpy.json`.
  public static func read<Form: Decodable>(_ path: String, as form: Form.Type = Form.self) -> Form {
    read(file(path))
  }

  /// The same of a file anywhere.
  public static func read<Form: Decodable>(_ file: URL, as form: Form.Type = Form.self) -> Form {
    do {
      return try JSONDecoder().decode(form, from: Data(contentsOf: file))
    } catch {
      fatalError("\(file.path): \(error)")
    }
  }

  /// A file or a folder by its path below `Tests/Fixtures`.
  public static func file(_ path: String) -> URL { Project.file("Tests/Fixtures/\(path)") }
}

/// A program, and what the real libraries printed for it.
public struct RecordedProgram: Codable, Sendable, CustomStringConvertible {
  /// The program, as it was given to the libraries.
  public let source: String
  /// What was printed, to the last line break.
  public let output: String

  /// A program that a test makes itself.
  public init(source: String, output: String) {
    self.source = source
    self.output = output
  }

  /// The program in one line.
  public var description: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }
}
