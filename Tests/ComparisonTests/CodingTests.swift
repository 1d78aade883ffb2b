import Comparison
import Foundation
import RunRecords
import Testing

struct `A comparison as JSON` {
  @Test(arguments: ChangedRecord.all)
  func `reads back as itself`(fixture: ChangedRecord) throws {
    let comparison = RunComparison(
      BaseRecord.record, fixture.record, tolerance: Tolerance(absolute: 0.001))
    let bytes = try encode(comparison)
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    #expect(try encode(decoder.decode(RunComparison.self, from: bytes)) == bytes)
  }

  private func encode(_ comparison: RunComparison) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return try encoder.encode(comparison)
  }
}
