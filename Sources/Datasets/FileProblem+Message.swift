public import Diagnostics

extension FileProblem {
  /// The problem in words, to follow a path and an offset.
  public var message: Message {
    switch self {
    case .unreadable(let reason):
      Message("can't be read: \(reason)", pt: "não pode ser lido: \(reason)")
    case .notRegular:
      Message("expected a file, found something else", pt: "esperado um arquivo; é outra coisa")
    case .absent:
      Message(
        "expected this file beside the others of the set, found none",
        pt: "esperado este arquivo ao lado dos outros do conjunto, mas não existe")
    case .corrupt(let reason):
      Message(
        "expected sound compressed data, found damage: \(reason)",
        pt: "esperados dados comprimidos íntegros, mas há dano: \(reason)")
    case .truncated, .trailing, .countsDiffer: sizeMessage
    case .wrongMagic, .wrongField, .wrongChecksum: mismatchMessage
    case .malformedHeader, .elementType, .columnMajor, .wrongShape, .noMember: arrayMessage
    case .labelOutOfRange(let index, let label, let classCount):
      Message(
        "expected the label of example \(index) in 0...\(classCount - 1), found \(label)",
        pt: "esperado o rótulo do exemplo \(index) em 0...\(classCount - 1), achado \(label)")
    }
  }

  private var sizeMessage: Message {
    switch self {
    case .truncated(let expected, let found):
      Message(
        "expected \(expected) bytes of content, found the end after \(found)",
        pt: "esperados \(expected) bytes de conteúdo, mas ele acaba após \(found)")
    case .trailing(let expected):
      Message(
        "expected the end after \(expected) bytes of content, found more",
        pt: "esperado o fim após \(expected) bytes de conteúdo, mas há mais")
    case .countsDiffer(let images, let labels):
      Message(
        "expected \(images) labels, as many as images, found \(labels)",
        pt: "esperados \(images) rótulos, tantos quantas as imagens, achados \(labels)")
    default: Message("", pt: "")
    }
  }

  private var mismatchMessage: Message {
    switch self {
    case .wrongMagic(let expected, let found):
      Message(
        "expected the bytes \(hex(expected)), found \(hex(found))",
        pt: "esperados os bytes \(hex(expected)), achados \(hex(found))")
    case .wrongField(let field, let expected, let found):
      Message(
        "expected \(field.name.english) \(text(expected, "to")), found \(found)",
        pt: "esperado \(field.name.portuguese) \(text(expected, "a")), achado \(found)")
    case .wrongChecksum(let expected, let found):
      Message(
        "expected content with the SHA-256 \(expected), found \(found)",
        pt: "esperado conteúdo com o SHA-256 \(expected), achado \(found)")
    default: Message("", pt: "")
    }
  }

  private var arrayMessage: Message {
    switch self {
    case .malformedHeader(let text):
      Message(
        "expected the header of an NPY array, found '\(text)'",
        pt: "esperado o cabeçalho de uma matriz NPY, achado '\(text)'")
    case .elementType(let expected, let found):
      Message(
        "expected elements of type \(expected), found '\(found)'",
        pt: "esperados elementos do tipo \(expected), achado '\(found)'")
    case .columnMajor:
      Message(
        "expected an array in C order, found Fortran order",
        pt: "esperada uma matriz em ordem C, achada em ordem Fortran")
    case .wrongShape(let expected, let found):
      Message(
        "expected an array of shape \(expected), found \(shape(found))",
        pt: "esperada uma matriz de forma \(expected), achada \(shape(found))")
    case .noMember(let name):
      Message(
        "expected an array \(name) in the archive, found none",
        pt: "esperada uma matriz \(name) no arquivo, mas não existe")
    default: Message("", pt: "")
    }
  }

  private func text(_ range: ClosedRange<Int>, _ to: String) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) \(to) \(range.upperBound)"
  }

  private func shape(_ extents: [Int]) -> String {
    "(" + extents.map(String.init).joined(separator: ", ") + ")"
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}

extension HeaderField {
  fileprivate var name: Message {
    switch self {
    case .count: Message("a count of", pt: "um número de exemplos de")
    case .height: Message("a height of", pt: "uma altura de")
    case .width: Message("a width of", pt: "uma largura de")
    case .headerSize: Message("a header size of", pt: "um cabeçalho de tamanho")
    case .version: Message("a version of", pt: "uma versão de")
    }
  }
}
