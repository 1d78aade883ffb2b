internal import Diagnostics

/// Hints that several findings share.
enum Hint {
  static func didYouMean(_ name: String) -> Message {
    Message("did you mean '\(name)'?", pt: "você quis dizer '\(name)'?")
  }

  static func known(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message("known here: \(list)", pt: "aqui se conhecem: \(list)")
  }
}
