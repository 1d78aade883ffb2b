import Foundation
import Networks
import TestSupport

/// Golden values that Tests/Oracles/networks_keras.py wrote.
struct KerasValues<Case: Decodable>: Decodable {
  let keras: String
  let cases: [Case]

  static func load(_ name: String) -> [Case] {
    Fixture.read(Project.file("Tests/NetworksTests/Fixtures/\(name).json"), as: Self.self).cases
  }
}

/// A JSON value as an argument.
struct JSONArgument: Decodable, Sendable {
  let value: ArgumentValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .none
    } else if let bool = try? container.decode(Bool.self) {
      value = .bool(bool)
    } else if let int = try? container.decode(Int.self) {
      value = .int(int)
    } else if let double = try? container.decode(Double.self) {
      value = .double(double)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else {
      value = .list(try container.decode([JSONArgument].self).map(\.value))
    }
  }
}

extension ArgumentCall {
  init(_ name: String, json: [String: JSONArgument]) {
    self.init(
      name, keywords: json.sorted { $0.key < $1.key }.map { Keyword($0.key, $0.value.value) })
  }

  /// A call with keywords, for tests.
  static func make(
    _ name: String, _ positional: ArgumentValue...,
    with keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) -> ArgumentCall {
    ArgumentCall(name, positional, keywords: keywords.map { Keyword($0.key, $0.value) })
  }
}
