internal import Diagnostics
internal import RunRecords

/// What a page was made with: nothing that differs between equal runs.
struct Colophon {
  let record: RunRecord
  let language: Language

  var html: String {
    var parts = ["\(PageWords.madeWith.text(in: language)) \(record.cadernoVersion)"]
    // Where nothing ran, nothing was drawn from a seed.
    if !record.tasks.isEmpty { parts.append("\(PageWords.seed.text(in: language)) \(record.seed)") }
    parts += record.parameters.map { "\($0.name) = \($0.value)" }
    parts += record.dataSets.map {
      "\(PageWords.data.text(in: language)) \($0.name) (SHA-256 \($0.sha256.prefix(12)))"
    }
    parts += weights
    return "<footer class=\"colophon\">\(parts.map(Escaping.line).joined(separator: " · "))"
      + "</footer>\n"
  }

  /// A line for each data set that stood in for another.
  var notices: String {
    record.dataSets.compactMap { data in
      data.substituteFor.map { wanted in
        let words = PageWords.substitute(data.name, for: wanted).text(in: language)
        return "<p class=\"notice\" role=\"note\">\(Escaping.line(words))</p>\n"
      }
    }.joined()
  }

  private var weights: [String] {
    record.tasks.flatMap { task in
      task.outputs.compactMap { output -> String? in
        guard case .history(let history) = output else { return nil }
        let words = PageWords.weights.text(in: language)
        return "\(words) \(task.id) \(history.weightsSHA256.prefix(12))"
      }
    }
  }
}
