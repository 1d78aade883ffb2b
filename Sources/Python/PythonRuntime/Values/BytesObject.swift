internal import Texts

/// `bytes`, as far as lessons print it and hand it on.
package final class BytesObject: Object {
  /// The bytes, which never change.
  package let bytes: [UInt8]

  /// A value of these bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package override var typeName: String { "bytes" }
  package override func repr(_ machine: Machine) -> String { "b" + TextLiteral.repr(bytes: bytes) }
  package override func isTrue(_ machine: Machine) -> Bool { !bytes.isEmpty }
  package override func length(_ machine: Machine) -> Int? { bytes.count }
  package override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(BytesObject.self).map { $0.bytes == bytes }
  }
}
