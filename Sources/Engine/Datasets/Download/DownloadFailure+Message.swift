internal import Diagnostics

extension DownloadFailure {
  /// The reason in words, to stand behind an address.
  var message: Message {
    switch self {
    case .cancelled: Message("cancelled", pt: "cancelado")
    case .status(let code):
      Message("the server answered \(code)", pt: "o servidor respondeu \(code)")
    case .stalled(let seconds):
      Message(
        "nothing arrived for \(seconds) s", pt: "nada chegou durante \(seconds) s")
    case .truncated(let received):
      Message(
        "the connection ended after \(received) bytes",
        pt: "a conexão terminou após \(received) bytes")
    case .tooLarge(let limit):
      Message("more than \(limit) bytes", pt: "mais de \(limit) bytes")
    case .redirects:
      Message("redirected too often or elsewhere", pt: "redirecionado demais ou para outro lugar")
    case .wrongContent(let reason):
      Message("wrong content: \(reason)", pt: "conteúdo errado: \(reason)")
    case .connection(let cause): Message(cause, pt: cause)
    case .cannotWrite(let path, let cause):
      Message("\(path): cannot be written: \(cause)", pt: "\(path): não pode ser gravado: \(cause)")
    }
  }
}
