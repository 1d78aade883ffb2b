import Foundation

/// A folder of its own for one test, removed at its end.
final class LessonFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/caderno-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; folders on the way to it are made.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  /// All files below the folder with their bytes; run records, which tell of times, left out.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      guard !name.split(separator: "/").contains(".caderno") else { continue }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url(name).path, isDirectory: &isFolder)
      if !isFolder.boolValue { contents[name] = try Data(contentsOf: url(name)) }
    }
    return contents
  }

  /// Runs the program here to its end.
  @discardableResult
  func caderno(_ arguments: String..., environment: [String: String] = [:]) -> ProgramResult {
    start(arguments, environment: environment).finish()
  }

  /// Starts the program here.
  func start(_ arguments: [String], environment: [String: String] = [:]) -> RunningProgram {
    RunningProgram(
      Program.path, arguments, in: self, environment: Self.environment.merging(environment) { $1 })
  }

  /// Runs a line of the shell here; `$CADERNO` is the program.
  func shell(_ line: String) -> ProgramResult {
    let variables = Self.environment.merging(["CADERNO": Program.path]) { $1 }
    return RunningProgram("/bin/sh", ["-c", line], in: self, environment: variables).finish()
  }

  private func url(_ name: String) -> URL { URL(fileURLWithPath: "\(path)/\(name)") }

  /// With what sanitizers are told: else they look for leaks at a program's end.
  private static let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nowhere", "LC_ALL": "C"]
    .merging(
      ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "UBSAN_OPTIONS"].contains($0.key)
      }
    ) { $1 }
}
