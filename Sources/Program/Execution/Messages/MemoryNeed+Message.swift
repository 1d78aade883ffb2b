internal import Diagnostics
internal import Networks

extension MemoryNeed {
  /// The code of findings about it.
  static let code = "too-much-memory"

  /// That something takes more than it may.
  func message(_ english: String, pt portuguese: String) -> Message {
    let sizes = [bytes, MemoryLimit.bytes, layerBytes].map {
      Self.text($0).replacing(".", with: ",")
    }
    let largest = layer.map { "; a maior camada, '\($0)', ocupa \(sizes[2])" } ?? ""
    return Message(
      "\(english) \(description)",
      pt: "\(portuguese) ocupa cerca de \(sizes[0]), mais que o limite de \(sizes[1])\(largest)")
  }
}

extension Message {
  /// What helps where memory is short.
  static var smaller: Message {
    Message(
      "fewer units, or a smaller batch_size, take less",
      pt: "menos unidades, ou um batch_size menor, ocupam menos")
  }
}
