internal import FoundationEssentials

extension RunRecord {
  /// The most bytes that a record may have: 256 MiB.
  public static let sizeLimit = 256 << 20

  /// The record as JSON (docs/run-record.schema.json), ended by a line break.
  ///
  /// Equal records give equal bytes: keys are sorted, numbers are the shortest decimals that read
  /// back as the same bits, and NaN and the infinities are the strings "NaN", "Infinity" and
  /// "-Infinity".
  public func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("RunRecord.json: a value cannot be encoded")
    }
    return Array(data) + [0x0A]
  }

  /// Reads a record.
  ///
  /// - Throws: `RunRecordError` for anything that isn't a record of a known version.
  public init(json bytes: [UInt8]) throws(RunRecordError) {
    guard bytes.count <= Self.sizeLimit else {
      throw .tooLarge(bytes: bytes.count, limit: Self.sizeLimit)
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let data = Data(bytes)
    do {
      // The version comes first: a newer record may differ in anything else.
      let head = try decoder.decode(Head.self, from: data)
      if head.schemaVersion > Self.currentSchemaVersion {
        throw RunRecordError.newerSchema(
          version: head.schemaVersion, newestKnown: Self.currentSchemaVersion)
      }
      self = try decoder.decode(RunRecord.self, from: data)
    } catch let error as RunRecordError {
      throw error
    } catch let error as DecodingError {
      throw RunRecordError(error)
    } catch {
      throw .notJSON
    }
  }

  private struct Head: Decodable { var schemaVersion: Int }
}

extension RunRecordError {
  /// The same finding without the decoder's own wording of it.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .malformed(place: Self.place(context.codingPath + [key]), cause: "missing")
    case .typeMismatch(let type, let context):
      self = .malformed(place: Self.place(context.codingPath), cause: "\(type) expected")
    case .valueNotFound(let type, let context):
      self = .malformed(place: Self.place(context.codingPath), cause: "\(type) expected")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self = .notJSON
    case .dataCorrupted(let context):
      self = .malformed(place: Self.place(context.codingPath), cause: context.debugDescription)
    @unknown default:
      self = .notJSON
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
