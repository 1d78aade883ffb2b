/// `bytes`, as far as lessons print it.
final class BytesObject: Object {
  let text: String

  init(_ text: String) { self.text = text }

  override var typeName: String { "bytes" }
  override func repr(_ machine: Machine) -> String { "b" + TextLiteral.ascii(text) }
  override func isTrue(_ machine: Machine) -> Bool { !text.isEmpty }
  override func length(_ machine: Machine) -> Int? { text.utf8.count }
  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(BytesObject.self).map { $0.text == text }
  }
}
