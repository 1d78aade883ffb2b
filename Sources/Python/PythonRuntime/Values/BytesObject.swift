internal import Texts

/// `bytes`, as far as lessons print it and hand it on.
public final class BytesObject: Object {
  /// The bytes, which never change.
  public let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  public override var typeName: String { "bytes" }
  public override func repr(_ machine: Machine) -> String { "b" + TextLiteral.repr(bytes: bytes) }
  public override func isTrue(_ machine: Machine) -> Bool { !bytes.isEmpty }
  public override func length(_ machine: Machine) -> Int? { bytes.count }
  public override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(BytesObject.self).map { $0.bytes == bytes }
  }
}
