internal import PythonRuntime

/// `distutils.version` and `packaging.version`: texts of versions, compared by their numbers.
enum VersionModule {
  static var loose: [String: Value] {
    [
      "LooseVersion": .object(LooseVersion.looseType),
      "StrictVersion": .object(LooseVersion.looseType),
    ]
  }

  static var packaging: [String: Value] {
    PythonRuntime.members(
      [
        BuiltinFunction("parse", "version") { call throws(PyError) in
          .object(try ReleaseVersion(call.string("version") ?? "", call.machine))
        }
      ],
      [
        "Version": .object(ReleaseVersion.releaseType),
        "InvalidVersion": .object(ExceptionTypes.type("ValueError")),
      ])
  }
}

/// `distutils.version.LooseVersion`: runs of digits and of letters.
final class LooseVersion: HostObject {
  private let text: String
  private let parts: [Value]

  private enum Kind {
    case digit, letter, point, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "0"..."9": self = .digit
      case "a"..."z": self = .letter
      case ".": self = .point
      default: self = .other
      }
    }
  }

  init(_ text: String) {
    self.text = text
    var (parts, word): ([Value], String) = ([], "")
    func close() {
      if let number = Int(word) {
        parts.append(.int(number))
      } else if !word.isEmpty {
        parts.append(.string(word))
      }
      word = ""
    }
    var kind: Kind?
    for scalar in text.unicodeScalars {
      let own = Kind(scalar)
      if own != kind || own == .point { close() }
      kind = own
      if own != .point { word.unicodeScalars.append(scalar) }
    }
    close()
    self.parts = parts
  }

  deinit { LettingGo.hold(parts) }

  override var hostType: TypeObject { Self.looseType }
  override func repr(_ machine: Machine) -> String { "LooseVersion ('\(text)')" }
  override func str(_ machine: Machine) -> String { text }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "version": .object(ListObject(parts))
    case "vstring": .string(text)
    default: nil
    }
  }

  private static func parts(_ value: Value) -> [Value]? {
    if case .string(let text) = value { return LooseVersion(text).parts }
    return value.asObject(LooseVersion.self)?.parts
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let other = Self.parts(other) else { return nil }
    return try machine.areEqual(parts, other)
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(operation),
      let right = Self.parts(other)
    else { return nil }
    return .bool(
      reflected
        ? try machine.compare(right, parts, operation)
        : try machine.compare(parts, right, operation))
  }

  static let looseType = SharedType(
    "LooseVersion", module: "distutils.version", "vstring=None",
    properties: ["version", "vstring"]
  ) { call throws(PyError) in .object(LooseVersion(try call.string("vstring") ?? "")) }
}
