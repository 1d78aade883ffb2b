/// Which random stream serves what, so that no two purposes share numbers.
enum StreamName {
  /// The first values of one weight.
  static func weight(layer: Int, weight: Int) -> UInt64 {
    1 << 56 | UInt64(layer) << 8 | UInt64(weight)
  }

  /// The values of weights whose initializer has a seed of its own.
  static let seededInitializer: UInt64 = 4 << 56

  /// The seeds of further models of one architecture.
  static let copies: UInt64 = 5 << 56

  /// The order of the images in one epoch, from 0.
  static func shuffle(epoch: Int) -> UInt64 { 2 << 56 | UInt64(epoch) }

  /// The dropout mask of one layer in one step, from 0.
  static func dropout(step: Int, layer: Int) -> UInt64 {
    3 << 56 | UInt64(layer) << 40 | UInt64(step)
  }
}
