/// Code of ours that reads what a stranger wrote.
protocol FuzzTarget: Sendable {
  /// Its name for `scripts/fuzz`.
  static var name: String { get }
  /// The most bytes of an input.
  static var longest: Int { get }
  /// Inputs to start from: small ones that get far.
  static var seeds: [[UInt8]] { get }
  /// Does with an input what the program does with a stranger's. Errors that are reported are fine; a
  /// crash, a hang, or memory without end is a find.
  static func run(_ bytes: [UInt8])
  /// What an input means, to read.
  static func text(of bytes: [UInt8]) -> String
}

extension FuzzTarget {
  static var longest: Int { 4096 }

  static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
