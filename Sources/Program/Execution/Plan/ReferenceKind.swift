internal import Diagnostics

/// What an option's name is expected to stand for, and how that is said.
enum ReferenceKind: Sendable {
  case model, data, fit

  func unknown(_ name: String) -> Message {
    switch self {
    case .model:
      Message("there is no model '\(name)' before this", pt: "não há modelo '\(name)' antes daqui")
    case .data:
      Message(
        "there is no data set '\(name)' before this", pt: "não há conjunto '\(name)' antes daqui")
    case .fit:
      Message("there is no fit '\(name)' before this", pt: "não há treino '\(name)' antes daqui")
    }
  }

  var nothingDefined: Message {
    switch self {
    case .model:
      Message("define one with a '.model' block", pt: "defina um com um bloco '.model'")
    case .data: Message("define one with a '.data' block", pt: "defina um com um bloco '.data'")
    case .fit: Message("train with a '.fit' block first", pt: "treine antes com um bloco '.fit'")
    }
  }
}
