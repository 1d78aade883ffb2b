internal import Diagnostics
internal import RunRecords
internal import Words

/// What a page was made with: nothing that differs between equal runs.
struct Colophon {
  let record: RunRecord
  let language: Language

  var html: String {
    var parts = ["\(language.words.madeWith) \(record.cadernoVersion)"]
    // Where nothing ran, nothing was drawn from a seed.
    if !record.tasks.isEmpty { parts.append("\(language.words.seed) \(record.seed)") }
    parts += record.parameters.map { "\($0.name) = \($0.value)" }
    parts += record.dataSets.map {
      "\(language.words.data) \($0.name) (SHA-256 \($0.sha256.prefix(12)))"
    }
    parts += weights
    return "<footer class=\"colophon\">\(parts.map(Escaping.line).joined(separator: " · "))"
      + "</footer>\n"
  }

  /// A line for each data set that stood in for another.
  var notices: String {
    record.dataSets.compactMap { data in
      data.substituteFor.map { wanted in
        let words = language.words.substitute(data.name, for: wanted)
        return "<p class=\"notice\" role=\"note\">\(Escaping.line(words))</p>\n"
      }
    }.joined()
  }

  private var weights: [String] {
    record.tasks.flatMap { task in
      task.outputs.compactMap { output -> String? in
        guard case .history(let history) = output else { return nil }
        let words = language.words.weights
        return "\(words) \(task.id) \(history.weightsSHA256.prefix(12))"
      }
    }
  }
}
