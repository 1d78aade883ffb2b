internal import RunRecords

/// One run in the form in which it is compared.
struct ComparedRun {
  var record: RunRecord
  /// Where outputs are known as a notebook shows them, its figures' files by `DIRECTIVE/NAME`; nil
  /// where they are typed.
  var files: [String: [UInt8]]?
  /// Where outputs are known as a notebook shows them, the typed ones that they were made from, by directive, as
  /// far as a record has them. A page draws with them; no verdict depends on them.
  var made: [String: TaskRecord] = [:]
}
