internal import FoundationEssentials

extension Output {
  /// The output as it stands in a record's JSON, on one line.
  public func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("Output.json: a value cannot be encoded")
    }
    return Array(data)
  }

  /// Reads an output; nil for whatever is none.
  public init?(json bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let output = try? decoder.decode(Output.self, from: Data(bytes)) else { return nil }
    self = output
  }
}
