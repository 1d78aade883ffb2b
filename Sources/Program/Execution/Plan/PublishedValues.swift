/// The numbers that a directive will publish, known by name before it runs.
///
/// `treino.accuracy` names the last epoch's value, `treino.accuracy[1]` the first epoch's.
struct PublishedValues: Sendable {
  /// Names of plain numbers.
  var scalars: Set<String> = []
  /// Names of series with their lengths.
  var series: [String: Int] = [:]

  /// All names, for suggestions.
  var names: [String] { (Array(scalars) + Array(series.keys)).sorted() }
}
