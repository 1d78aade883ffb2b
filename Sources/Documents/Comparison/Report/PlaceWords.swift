internal import Diagnostics

/// Places in outputs as a report tells them. Records and rules have them in English.
enum PlaceWords {
  /// A place such as "epoch 3, loss": what an author named stays as it is.
  static func text(_ place: [String], in language: Language) -> String {
    let numbered = place.map { part($0) }
    let isOfOutput = numbered.dropLast().allSatisfy { $0 != nil }
    let parts = place.enumerated().map { index, part in
      let word = index == place.count - 1 && isOfOutput ? words[part] : nil
      return (numbered[index] ?? word ?? Message(part, pt: part)).text(in: language)
    }
    return parts.joined(separator: ", ")
  }

  /// "epoch 3" and its like; nil for other words.
  private static func part(_ part: String) -> Message? {
    let parts = part.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1].allSatisfy(\.isNumber),
      let word = counted[String(parts[0])]
    else { return nil }
    return Message(part, pt: "\(word) \(parts[1])")
  }

  private static let counted = [
    "epoch": "época", "row": "linha", "panel": "painel", "note": "nota", "x": "x", "y": "y",
  ]

  private static let words = [
    "title": "título", "caption": "legenda", "picture": "imagem", "drawing": "desenho",
    "alt": "texto alternativo", "text": "texto", "message": "mensagem", "code": "código",
    "weights": "pesos",
  ].reduce(into: [String: Message]()) { $0[$1.key] = Message($1.key, pt: $1.value) }
}
