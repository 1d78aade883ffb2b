internal import CommonMark
internal import Diagnostics

/// Finds `$name` of a declared parameter in prose, where nothing fills it in.
struct ProseParameters {
  private let parameters: [String: NotebookParameter]
  /// Whether there is nothing to look for.
  var isEmpty: Bool { parameters.isEmpty }

  init(_ parameters: [NotebookParameter]) {
    self.parameters = Dictionary(parameters.map { ($0.name, $0) }) { first, _ in first }
  }

  /// What is said about a paragraph or heading in a notebook's bytes.
  func findings(in text: ArraySlice<UInt8>) -> [Diagnostic] {
    guard !isEmpty else { return [] }
    return PlainDollars.places(in: text) { parameter(at: $0, in: text) != nil }
      .compactMap { place in
        parameter(at: place, in: text).map { Self.finding($0.parameter, at: place..<$0.end) }
      }
  }

  /// The parameter whose name stands behind a dollar sign, and where the name ends.
  private func parameter(
    at dollar: Int, in text: ArraySlice<UInt8>
  ) -> (parameter: NotebookParameter, end: Int)? {
    let name = text[(dollar + 1)...].prefix(while: Self.isPart)
    return parameters[String(decoding: name, as: UTF8.self)].map { ($0, name.endIndex) }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }

  private static func finding(
    _ parameter: NotebookParameter, at range: Range<Int>
  ) -> Diagnostic {
    let name = parameter.name
    return Diagnostic(
      .warning, code: "parameter-in-prose", at: range,
      Message(
        "'$\(name)' stays as it is in prose", pt: "'$\(name)' fica como está no texto"),
      hint: number(of: parameter).map { number in
        let comma = number.replacing(".", with: ",")
        return Message(
          "write [\(number)](run:params.\(name))", pt: "escreva [\(comma)](run:params.\(name))")
      })
  }

  /// A number as prose has it; empty where the link's form is to be the parameter's own.
  private static func number(of parameter: NotebookParameter) -> String? {
    switch parameter.value {
    case .int(let number): "\(number)"
    case .double(let number): "\(number)".contains("e") ? "" : "\(number)"
    case .bool, .string: nil
    }
  }
}
