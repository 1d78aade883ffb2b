internal import FoundationEssentials

/// Values as JSON for programs: sorted keys, numbers that read back as the same bits.
enum ReportJSON {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("ReportJSON: a value cannot be encoded")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
