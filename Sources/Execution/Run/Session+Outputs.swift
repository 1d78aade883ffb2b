internal import Caching
internal import FoundationEssentials
internal import RunRecords

extension Session {
  /// Outputs that an earlier run kept under a key.
  func keptOutputs(_ key: String) -> StepOutputs? {
    guard let results, let bytes = results.result(at: address(key)) else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return try? decoder.decode(StepOutputs.self, from: Data(bytes))
  }

  func keep(_ outputs: StepOutputs, _ key: String) {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let results, let data = try? encoder.encode(outputs) else { return }
    results.keep(Array(data), at: address(key))
  }

  private func address(_ key: String) -> CacheAddress {
    CacheAddress("outputs", key: StepKey([key, settings.program]).digest)
  }
}
