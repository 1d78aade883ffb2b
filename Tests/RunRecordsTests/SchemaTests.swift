import Foundation
import RunRecords
import Testing
import TestSupport

/// The written schema, checked by an implementation that isn't ours.
@Suite struct `The schema of run records` {
  private static let script = Project.file("Tests/Oracles/validate_record.py").path

  /// The script's exit status and what it wrote; nil where there is no Python.
  private static func validate(_ bytes: [UInt8]) -> (status: Int32, text: String)? {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "caderno-record-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, file.path]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? Data(bytes).write(to: file)) != nil, (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private static let hasOracle = validate(SampleRecord.record.json()).map { $0.status < 2 } ?? false

  @Test(.enabled(if: hasOracle, "needs python3 with jsonschema"))
  func `holds for a record with everything in it`() throws {
    let result = try #require(Self.validate(SampleRecord.record.json()))
    #expect(result.status == 0, "\(result.text)")
  }

  @Test(.enabled(if: hasOracle, "needs python3 with jsonschema"))
  func `holds for numbers that aren't finite`() throws {
    let record = SampleRecord.record(with: [.nan, .infinity, -.infinity, 5e-300])
    let result = try #require(Self.validate(record.json()))
    #expect(result.status == 0, "\(result.text)")
  }

  @Test(.enabled(if: hasOracle, "needs python3 with jsonschema"))
  func `does not hold for a wrong digest`() throws {
    var record = SampleRecord.record
    record.notebook.sha256 = "short"
    let result = try #require(Self.validate(record.json()))
    #expect(result.status == 1)
    #expect(result.text.contains("$.notebook.sha256"))
  }
}
