/// The rules of comparison, from the particular to the general.
enum RuleCatalog {
  static let all = [
    // Errors are compared by kind: their wording may improve.
    ComparisonRule(kind: "error", place: "message", measure: .note),
    ComparisonRule(kind: "error", place: "code", measure: .exact),
    ComparisonRule(kind: "history", place: "weights", measure: .digest),
    ComparisonRule(kind: "text", place: nil, suffix: ".svg", measure: .drawing),
    ComparisonRule(kind: nil, place: nil, measure: .distance),
  ]
}
