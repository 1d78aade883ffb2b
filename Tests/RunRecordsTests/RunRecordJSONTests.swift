import RunRecords
import Testing

@Suite struct `A run record as JSON` {
  @Test func `reads back as the same record`() throws {
    #expect(try RunRecord(json: SampleRecord.record.json()) == SampleRecord.record)
  }

  @Test func `gives the same bytes after reading`() throws {
    let bytes = SampleRecord.record.json()
    #expect(try RunRecord(json: bytes).json() == bytes)
  }

  @Test(arguments: [
    0.1, 1 / 3, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e16,
    123456789.125,
    .infinity, -.infinity, .nan, 0.98939997,
  ])
  func `keeps every bit of a number`(number: Double) throws {
    let record = try RunRecord(json: SampleRecord.record(with: [number]).json())
    guard case .history(let history) = record.tasks[0].outputs[0] else {
      Issue.record("a history was expected")
      return
    }
    let back = history.rows[0][0]
    #expect(number.isNaN ? back.isNaN : back.bitPattern == number.bitPattern)
  }

  @Test(arguments: SampleRecord.outputs.indices)
  func `names the kind of each output`(index: Int) {
    let names = ["text", "table", "metrics", "history", "figure", "error"]
    var record = SampleRecord.record
    record.tasks[0].outputs = [SampleRecord.outputs[index]]
    let text = String(decoding: record.json(), as: UTF8.self)
    #expect(text.contains("\"kind\" : \"\(names[index])\""))
  }

  @Test func `sorts its keys`() throws {
    let text = String(decoding: SampleRecord.record.json(), as: UTF8.self)
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
      String($0.dropFirst(3).prefix { $0 != "\"" })
    }
    #expect(keys == keys.sorted())
    #expect(keys.contains("schemaVersion"))
  }
}
