/// Code of ours that reads what a stranger wrote.
public protocol FuzzTarget: Sendable {
  /// Its name for `scripts/fuzz`.
  static var name: String { get }
  /// The most bytes of an input.
  static var longest: Int { get }
  /// Inputs to start from: small ones that get far.
  static var seeds: [[UInt8]] { get }
  /// What stands in many inputs: libFuzzer puts it in at once, rather than byte by byte.
  static var words: [String] { get }
  /// Does with an input what the program does with a stranger's. Errors that are reported are fine; a
  /// crash, a hang, or memory without end is a find.
  ///
  /// - Throws: ``BrokenLaw`` where something holds that must not.
  static func run(_ bytes: [UInt8]) throws
  /// What an input means, to read.
  static func text(of bytes: [UInt8]) -> String
}

extension FuzzTarget {
  /// Enough for most formats.
  public static var longest: Int { 4096 }
  /// None.
  public static var words: [String] { [] }
  /// The bytes as text.
  public static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Something that must hold for every input, and doesn't for this one.
struct BrokenLaw: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws where a law doesn't hold.
func expect(_ holds: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(law()) }
}
