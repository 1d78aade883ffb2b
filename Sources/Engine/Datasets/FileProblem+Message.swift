public import Diagnostics

extension FileProblem {
  /// The problem in words, to follow a path and an offset.
  public var message: Message {
    switch self {
    case .unreadable(let reason):
      Message("can't be read: \(reason)", pt: "não pode ser lido: \(reason)")
    case .notRegular: expected("a file", "something else", pt: "um arquivo", "outra coisa")
    case .absent:
      expected(
        "this file beside the others of the set", "none",
        pt: "este arquivo ao lado dos outros do conjunto", "nenhum")
    case .tooLarge(let limit, let found):
      expected(
        "at most \(limit) bytes", "\(found)", pt: "no máximo \(limit) bytes", "\(found)")
    case .tooManyMembers(let limit, let found):
      expected(
        "at most \(limit) arrays in the archive", "\(found)",
        pt: "no máximo \(limit) matrizes no arquivo", "\(found)")
    case .corrupt(let reason):
      expected(
        "sound compressed data", "damage: \(reason)",
        pt: "dados comprimidos íntegros", "dano: \(reason)")
    case .truncated(let size, let found):
      expected(
        "\(size) bytes of content", "the end after \(found)",
        pt: "\(size) bytes de conteúdo", "o fim após \(found)")
    case .trailing(let size):
      expected(
        "the end after \(size) bytes of content", "more",
        pt: "o fim após \(size) bytes de conteúdo", "mais")
    case .wrongMagic(let magic, let found):
      expected(
        "the bytes \(hex(magic))", hex(found), pt: "os bytes \(hex(magic))", hex(found))
    case .wrongField(let field, let range, let found):
      expected(
        "\(field.name.english) \(text(range, "to"))", "\(found)",
        pt: "\(field.name.portuguese) \(text(range, "a"))", "\(found)")
    case .labelOutOfRange(let index, let label, let classCount):
      expected(
        "the label of example \(index) in 0...\(classCount - 1)", "\(label)",
        pt: "o rótulo do exemplo \(index) em 0...\(classCount - 1)", "\(label)")
    case .countsDiffer(let images, let labels):
      expected(
        "\(images) labels, as many as images", "\(labels)",
        pt: "\(images) rótulos, tantos quantas as imagens", "\(labels)")
    case .wrongChecksum(let sum, let found):
      expected(
        "content with the SHA-256 \(sum)", found, pt: "conteúdo com o SHA-256 \(sum)", found)
    case .malformedHeader(let text):
      expected(
        "the header of an NPY array", "'\(text)'", pt: "o cabeçalho de uma matriz NPY", "'\(text)'")
    case .elementType(let type, let found):
      expected(
        "elements of type \(type.english)", "'\(found)'",
        pt: "elementos do tipo \(type.portuguese)", "'\(found)'")
    case .columnMajor:
      expected("an array in C order", "Fortran order", pt: "uma matriz em ordem C", "ordem Fortran")
    case .wrongShape(let shape, let found):
      expected(
        "an array of shape \(shape.english)", self.shape(found),
        pt: "uma matriz de forma \(shape.portuguese)", self.shape(found))
    case .noMember(let name):
      expected(
        "an array \(name) in the archive", "none",
        pt: "uma matriz \(name) no arquivo", "nenhuma")
    }
  }

  private func expected(
    _ expected: String, _ found: String, pt esperado: String, _ achado: String
  ) -> Message {
    Message("expected \(expected), found \(found)", pt: "esperado: \(esperado); achado: \(achado)")
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
