/// Where an argument stands in a call.
public enum ArgumentPlace: Hashable, Sendable {
  /// By position, from 0.
  case position(Int)
  /// As `name=value`, under the spelling that the author used.
  case keyword(String)
}
