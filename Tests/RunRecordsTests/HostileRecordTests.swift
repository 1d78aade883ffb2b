import Diagnostics
import RunRecords
import Testing

@Suite struct `Bytes that are no run record` {
  private static let good = String(decoding: SampleRecord.record.json(), as: UTF8.self)

  /// What is replaced in a good record, by what, and the error's English message.
  private static let damages: [(String, String, String)] = [
    (
      "\"schemaVersion\" : 1", "\"schemaVersion\" : 7",
      "the run record has schema version 7, this Caderno knows 1: update it"
    ),
    ("\"seed\" : -3", "\"sead\" : -3", "the run record is damaged at seed: missing"),
    ("\"seed\" : -3", "\"seed\" : \"x\"", "the run record is damaged at seed: Int expected"),
    (
      "\"pixels\" : \"AP8=\"", "\"pixels\" : \"AA==\"",
      "the run record is damaged at steps[0].outputs[4].figure.panels[1].content.pixels: "
        + "the pixels don't fit the extents"
    ),
    (
      "\"fixed:3\"", "\"fixed:999999999\"",
      "the run record is damaged at steps[0].outputs[1].columns[1].format: unknown number format"
    ),
  ]

  @Test(arguments: damages)
  func `name the place`(old: String, new: String, message: String) throws {
    let text = Self.good.replacing(old, with: new)
    try #require(text != Self.good)
    let error = #expect(throws: RunRecordError.self) { try RunRecord(json: Array(text.utf8)) }
    #expect(error?.message.english == message)
  }

  @Test(arguments: [
    "", "{", "nonsense", "[1, 2", "\u{0}", "{\"schemaVersion\": 1e999}",
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
  ])
  func `that aren't JSON are said not to be`(text: String) {
    #expect(throws: RunRecordError.notJSON) { try RunRecord(json: Array(text.utf8)) }
  }

  @Test func `are refused where a row has too few cells`() {
    var record = SampleRecord.record
    var table = SampleRecord.table
    table.rows = [[.missing]]
    record.tasks[0].outputs = [.table(table)]
    #expect(
      throws: RunRecordError.malformed(
        place: "steps[0].outputs[0].rows", cause: "a row doesn't have one cell a column")
    ) { try RunRecord(json: record.json()) }
  }

  @Test(arguments: 0..<200)
  func `never crash the reader when cut or altered`(number: Int) {
    var bytes = SampleRecord.record.json()
    let place = (number * 7919) % bytes.count
    if number % 2 == 0 { bytes.removeSubrange(place...) } else { bytes[place] ^= 0x15 }
    // Either it is still a record, or the error says what is wrong; nothing else may happen.
    do {
      let record = try RunRecord(json: bytes)
      #expect(record.schemaVersion == 1)
    } catch {
      #expect(!error.message.english.isEmpty)
    }
  }

  @Test func `in both languages`() {
    let error = RunRecordError.newerSchema(version: 9, newestKnown: 1)
    #expect(
      error.message.portuguese
        == "o registro tem a versão de esquema 9, este Caderno conhece a 1: atualize-o")
    #expect(error.code == "record-newer-schema")
  }
}
