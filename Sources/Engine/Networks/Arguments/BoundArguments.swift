internal import Tensors

/// A call's arguments by parameter name: checked, with defaults filled in.
///
/// Made by ``Signature/bind(_:)`` alone, so the typed accessors can't meet a value of a wrong type;
/// asking for a parameter that the signature lacks is a mistake in this program and traps.
public struct BoundArguments: Sendable {
  let callee: String
  /// The name under which the author calls it, such as `leaky_relu`.
  let spelling: String
  private var values: [String: ArgumentValue] = [:]
  private var places: [String: ArgumentPlace] = [:]

  init(callee: String, spelling: String) {
    self.callee = callee
    self.spelling = spelling
  }

  mutating func set(_ parameter: Parameter, _ value: ArgumentValue, at place: ArgumentPlace?) {
    values[parameter.name] = value
    places[parameter.name] = place
  }

  /// The value of a parameter, or nil where the signature has none of this name.
  public subscript(name: String) -> ArgumentValue? { values[name] }

  /// Where the argument was given; nil where a default stands in.
  public func place(of name: String) -> ArgumentPlace? { places[name] }

  func bool(_ name: String) -> Bool {
    guard case .bool(let value) = values[name] else { return trap(name, "a Bool") }
    return value
  }

  func int(_ name: String) -> Int {
    guard case .int(let value) = values[name] else { return trap(name, "an Int") }
    return value
  }

  func float(_ name: String) -> Float {
    guard let value = values[name]?.number else { return trap(name, "a number") }
    return Float(value)
  }

  /// 1 minus a number, rounded once: `1 - 0.99` in single precision would be 0.00999999.
  func complement(_ name: String) -> Float { Float(1 - double(name)) }

  func double(_ name: String) -> Double { values[name]?.number ?? trap(name, "a number") }

  func doubles(_ name: String) -> [Double] {
    values[name]?.numbers ?? trap(name, "a list of numbers")
  }

  func text(_ name: String) -> String? {
    guard case .string(let value) = values[name] else { return nil }
    return value
  }

  func pair(_ name: String) -> [Int]? { values[name]?.pair }

  /// The same arguments with 1 put before these integers: windows that are one row high.
  func withRows(_ names: String...) -> BoundArguments {
    var result = self
    for name in names {
      if case .int(let extent) = values[name] {
        result.values[name] = .list([.int(1), .int(extent)])
      }
    }
    return result
  }

  func margins(_ name: String) -> Margins {
    values[name]?.margins ?? trap(name, "a margin")
  }

  func shape(_ name: String) -> Shape? {
    values[name]?.integers.map { Shape($0) }
  }

  /// An error about one of these arguments.
  func error(_ parameter: String, _ problem: ArgumentError.Problem) -> ArgumentError {
    ArgumentError(
      callee: callee, parameter: parameter, place: places[parameter], problem: problem)
  }

  private func trap<T>(_ name: String, _ expected: String) -> T {
    preconditionFailure("\(callee): parameter '\(name)' isn't \(expected); see its signature")
  }
}
