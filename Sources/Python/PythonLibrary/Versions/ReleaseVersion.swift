internal import PythonRuntime
internal import Texts

/// `packaging.version.Version`: a release of numbers, with a mark of what comes before or behind it.
final class ReleaseVersion: HostObject {
  private let text: String
  private let release: [Int]
  /// The mark of a pre-release, as its rank and its number; nil for a release.
  private let pre: (rank: Int, number: Int)?

  init(_ given: String, _ machine: Machine) throws(PyError) {
    let whole = given.trimmedBlanks.lowercased()
    let plain = whole.hasPrefix("v") ? String(whole.dropFirst()) : whole
    let numbers = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = plain.dropFirst(numbers.count)
    let release = numbers.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let pre = rest.isEmpty ? nil : Self.mark(rest)
    guard release.allSatisfy({ $0 != nil }), rest.isEmpty || pre != nil else {
      throw machine.error("ValueError", "Invalid version: \(TextLiteral.repr(given))")
    }
    self.release = release.compactMap(\.self)
    self.pre = pre
    text =
      self.release.map(String.init).joined(separator: ".")
      + (pre.map { "\(Self.marks[$0.rank])\($0.number)" } ?? "")
  }

  private static let marks = ["a", "b", "rc"]

  /// `rc1` and its like; other marks are refused with an error.
  private static func mark(_ text: Substring) -> (rank: Int, number: Int)? {
    let rest = text.first.map { "-_.".contains($0) } == true ? text.dropFirst() : text
    let letters = rest.prefix { $0.isLetter }
    let ranks = ["a": 0, "alpha": 0, "b": 1, "beta": 1, "rc": 2, "c": 2]
    let digits = rest.dropFirst(letters.count)
    guard let rank = ranks[String(letters)], let number = digits.isEmpty ? 0 : Int(digits) else {
      return nil
    }
    return (rank, number)
  }

  override var hostType: TypeObject { Self.releaseType }
  override func repr(_ machine: Machine) -> String { "<Version('\(text)')>" }
  override func str(_ machine: Machine) -> String { text }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    func part(_ place: Int) -> Value { .int(release.count > place ? release[place] : 0) }
    switch name {
    case "major": return part(0)
    case "minor": return part(1)
    case "micro": return part(2)
    case "release": return .object(TupleObject(release.map(Value.int)))
    case "base_version": return .string(release.map(String.init).joined(separator: "."))
    case "is_prerelease": return .bool(pre != nil)
    default: return nil
    }
  }

  /// The numbers to compare by: zeros at the end of a release make no difference.
  private var order: [Int] {
    let padded = release + [Int](repeating: 0, count: max(0, 12 - release.count))
    return padded + [pre?.rank ?? 3, pre?.number ?? 0]
  }

  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(ReleaseVersion.self).map { $0.order == order }
  }

  override func hashNumber(_ machine: Machine) -> Int? { order.hashValue }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) -> Value? {
    guard let right = other.asObject(ReleaseVersion.self) else { return nil }
    let (a, b) = reflected ? (right.order, order) : (order, right.order)
    switch operation {
    case .less: return .bool(a.lexicographicallyPrecedes(b))
    case .greater: return .bool(b.lexicographicallyPrecedes(a))
    case .lessOrEqual: return .bool(!b.lexicographicallyPrecedes(a))
    case .greaterOrEqual: return .bool(!a.lexicographicallyPrecedes(b))
    default: return nil
    }
  }

  static let releaseType = SharedType(
    "Version", module: "packaging.version", "version",
    properties: ["major", "minor", "micro", "release", "base_version", "is_prerelease"]
  ) { call throws(PyError) in
    .object(try ReleaseVersion(call.string("version") ?? "", call.machine))
  }
}
