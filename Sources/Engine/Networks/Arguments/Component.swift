/// Something that notebooks name or call: a layer, activation, initializer, loss, optimizer,
/// metric, schedule.
public protocol Component: Sendable {
  /// Keras' class name and parameters.
  static var signature: Signature { get }
  /// Further spellings: Keras' function names and older class names.
  static var aliases: [String] { get }
  /// - Throws: ``ArgumentError`` where arguments that are fine alone don't go together.
  init(_ arguments: BoundArguments) throws(ArgumentError)
}

extension Component {
  /// None, for components that have but one name.
  public static var aliases: [String] { [] }

  /// Whether the author's spelling means this component; strings ignore case, as in Keras.
  static func answers(to spelling: String) -> Bool {
    signature.name.lowercased() == spelling.lowercased() || aliases.contains(spelling)
  }
}
