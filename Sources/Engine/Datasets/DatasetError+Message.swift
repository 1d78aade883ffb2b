public import Diagnostics

extension DatasetError {
  /// A stable name in kebab case.
  public var code: String {
    switch self {
    case .cancelled: "cancelled"
    case .unknown: "data-unknown"
    case .missing: "data-missing"
    case .badFile: "data-bad-file"
    case .anotherDataset: "data-another-set"
    case .unlikeFallback: "data-unlike-fallback"
    }
  }

  /// The error in words.
  public var message: Message {
    switch self {
    case .cancelled: Message("cancelled", pt: "cancelado")
    case .unknown(let name, _):
      Message("there is no data set '\(name)'", pt: "não existe o conjunto de dados '\(name)'")
    case .missing(let name, let tried, _): Self.missing(name, tried)
    case .badFile(let path, let offset, let problem):
      Message(
        "\(path), byte \(offset): \(problem.message.english)",
        pt: "\(path), byte \(offset): \(problem.message.portuguese)")
    case .anotherDataset(let path, let wanted, let found):
      Message(
        "\(path): this is \(found), but \(wanted) was asked for",
        pt: "\(path): isto é \(found), mas foi pedido \(wanted)")
    case .unlikeFallback(let name, let fallback):
      Message(
        "\(fallback) can't stand in for \(name): its images or classes are of another kind",
        pt: "\(fallback) não pode substituir \(name): suas imagens ou classes são de outro tipo")
    }
  }

  /// The error in words that name no folder of this machine, for outputs that others read.
  public var brief: Message {
    switch self {
    case .missing(let name, _, _):
      Message(
        "the data set \(name) was not found",
        pt: "o conjunto de dados \(name) não foi encontrado")
    case .badFile(let path, let offset, let problem):
      DatasetError.badFile(path: Self.name(path), offset: offset, problem: problem).message
    case .anotherDataset(let path, let wanted, let found):
      DatasetError.anotherDataset(path: Self.name(path), wanted: wanted, found: found).message
    case .cancelled, .unknown, .unlikeFallback: message
    }
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What to do, where there is something.
  public var hint: Message? {
    switch self {
    case .cancelled, .badFile, .anotherDataset, .unlikeFallback: nil
    case .unknown(_, let known):
      Message(
        "there are \(known.joined(separator: ", "))",
        pt: "existem \(known.joined(separator: ", "))")
    case .missing(let name, _, let package): Self.remedy(name, package)
    }
  }

  private static func missing(_ name: String, _ tried: [TriedPlace]) -> Message {
    let english = tried.map { "\n  \($0.kind.english): \($0.location)" }.joined()
    let portuguese = tried.map { "\n  \($0.kind.portuguese): \($0.location)" }.joined()
    return Message(
      "the data set \(name) was not found; tried:\(english)",
      pt: "o conjunto de dados \(name) não foi encontrado; procurado em:\(portuguese)")
  }

  private static func remedy(_ name: String, _ package: String?) -> Message {
    let english = package.map { ", install the system's package \($0)" } ?? ""
    let portuguese = package.map { ", instale o pacote \($0) do sistema" } ?? ""
    return Message(
      "name a folder that has it with --data-dir\(english), "
        + "or let another one stand in with --fallback-data digits",
      pt: "indique com --data-dir uma pasta que o tenha\(portuguese), "
        + "ou aceite um substituto com --fallback-data digits")
  }
}
