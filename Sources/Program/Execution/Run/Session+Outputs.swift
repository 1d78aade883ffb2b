internal import Caching
internal import Digests
internal import FoundationEssentials
internal import Networks
internal import RunRecords

/// What a task gave, as it is kept between runs.
struct KeptOutputs: Codable {
  var outputs: TaskOutputs
  /// Numbers that it published beside those in its outputs.
  var numbers: [MetricsOutput.Metric]
  /// The data sets that it read, by the names that the lesson has for them.
  var dataSets: [String]
  /// What goes by names, and what it changed of other cells; nil where that is nothing.
  var displays: NamedDisplays?
  /// The models that it made; nil where that is none.
  var models: ModelCounts?
}

extension Session {
  /// Outputs that an earlier run kept under a key.
  func keptOutputs(_ key: String) -> KeptOutputs? {
    guard let results, let bytes = results.result(at: address(key)) else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return try? decoder.decode(KeptOutputs.self, from: Data(bytes))
  }

  func keep(_ outputs: KeptOutputs, _ key: String) {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let results, let data = try? encoder.encode(outputs) else { return }
    results.keep(Array(data), at: address(key))
  }

  /// Raised where tasks of earlier versions kept outputs in another form than they have now.
  private static let version = "outputs 3"

  private func address(_ key: String) -> CacheAddress {
    CacheAddress("outputs", key: ResultKey([key, settings.program, Self.version]).digest)
  }
}
