/// Why outputs may differ.
public struct Cause: Hashable, Codable, Sendable {
  /// What it is that changed.
  public enum Kind: String, Codable, Sendable {
    case seed, parameter, option, dataSet, numerics, language, caderno
    /// The directive's source, in a way that no option tells.
    case source
    /// Another directive, whose result this one reads.
    case upstream
    /// The key says that something changed; what it was is not recorded.
    case unknown
    /// Somebody changed the outputs in a notebook by hand.
    case handEdit
    /// A number in prose that no run put there.
    case written
    /// Nothing changed, yet outputs differ.
    case engine
  }

  /// What it is that changed, which says what `name`, `a` and `b` are of.
  public var kind: Kind
  /// The option, parameter, data set or directive.
  public var name: String?
  /// What it was in the first run; nil where it was not there.
  public var a: String?
  /// What it is in the second run; nil where it is not there.
  public var b: String?

  /// A cause; the seed, for instance, has values on both sides and no name.
  public init(_ kind: Kind, name: String? = nil, a: String? = nil, b: String? = nil) {
    self.kind = kind
    self.name = name
    self.a = a
    self.b = b
  }
}
