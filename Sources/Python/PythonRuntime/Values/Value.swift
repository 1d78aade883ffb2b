package import BigInt

/// A value of Python: the frequent ones inline, all others as objects.
public enum Value {
  /// A variable that has no value; no program ever sees it.
  case unset
  case none
  case bool(Bool)
  /// An integer that fits 64 bits; larger ones are `big`.
  case int(Int)
  case big(BigBox)
  case float(Double)
  case string(String)
  case object(Object)

  /// An integer in its one form: inline wherever it fits.
  package static func integer(_ value: BigInt) -> Value {
    Int(exactly: value).map(Value.int) ?? .big(BigBox(value))
  }

  var isUnset: Bool {
    if case .unset = self { true } else { false }
  }

  /// The number as an integer of any size; nil for what is no integer. A bool is one.
  package var bigInt: BigInt? {
    switch self {
    case .int(let value): BigInt(value)
    case .bool(let value): value ? 1 : 0
    case .big(let box): box.value
    default: nil
    }
  }

  /// The object, where the value is one of this class.
  package func asObject<Kind: Object>(_ kind: Kind.Type = Kind.self) -> Kind? {
    if case .object(let object) = self { object as? Kind } else { nil }
  }
}

/// An integer beyond 64 bits.
public final class BigBox {
  /// The number, which doesn't fit 64 bits.
  package let value: BigInt

  init(_ value: BigInt) { self.value = value }
}
