public import RunRecords

/// Something that a task read of another directive.
struct ReadResult {
  /// The input's name: "model cnn".
  let input: String
  let hash: String
  /// The directive that left it so.
  let id: String

  /// The input's name where its directive has the name that it had in the first run.
  ///
  /// - Parameter partners: names in the first run by those in the second.
  func input(renaming partners: [String: String]) -> String {
    let parts = input.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let other = partners[parts[1]] else { return input }
    return "\(parts[0]) \(other)"
  }
}

extension RunRecord {
  /// For each task the directives whose results it read, as far as the record tells.
  public var sources: [String: [String]] { reads.mapValues { $0.map(\.id) } }

  /// For each task what it read of other directives, by name.
  ///
  /// A result comes from the last directive before the task that left it as the task found it, and
  /// where nobody changed it, from the one that it is named after. A task that read the same name with
  /// another hash is one that changed it.
  var reads: [String: [ReadResult]] {
    var reads: [String: [ReadResult]] = [:]
    var last: [String: (hash: String, id: String, writer: String?)] = [:]
    for task in tasks {
      for (input, hash) in (task.inputs ?? [:]).sorted(by: { $0.key < $1.key }) {
        let before = last[input]
        let writer = before.flatMap { $0.hash == hash ? $0.writer : $0.id }
        last[input] = (hash, task.id, writer)
        guard let name = Self.resultName(input) else { continue }
        reads[task.id, default: []].append(
          ReadResult(input: input, hash: hash, id: writer ?? name))
      }
    }
    return reads
  }

  /// The directive's name in an input that is a directive's result.
  private static func resultName(_ input: String) -> String? {
    let parts = input.split(separator: " ", maxSplits: 1).map(String.init)
    return parts.count == 2 && ["model", "data", "result"].contains(parts[0]) ? parts[1] : nil
  }
}
