internal import Diagnostics
internal import Networks

/// The words for what is wrong with an argument; Networks gives the facts.
extension ArgumentError {
  /// A stable name for the kind of mistake.
  var code: String {
    switch problem {
    case .unknownKeyword: "unknown-argument"
    case .missing: "missing-argument"
    case .tooManyPositional: "too-many-arguments"
    case .givenTwice: "argument-given-twice"
    case .wrongType: "wrong-type"
    case .outOfRange: "out-of-range"
    case .unknownChoice: "unknown-choice"
    case .unknownName(_, let kind, _): "unknown-\(kind.rawValue)"
    case .wrongCount: "wrong-count"
    case .notAscending: "not-ascending"
    case .unsupported: "unsupported-value"
    case .conflict: "conflicting-arguments"
    case .nested(let inner): inner.code
    }
  }

  /// The innermost mistake: a call within a call is what the reader has to mend.
  var innermost: ArgumentError {
    if case .nested(let inner) = problem { inner.innermost } else { self }
  }

  var message: Message {
    switch problem {
    case .unknownKeyword:
      Message(
        "\(callee) has no argument '\(parameter)'",
        pt: "\(callee) não tem o argumento '\(parameter)'")
    case .missing:
      Message(
        "\(callee) needs the argument '\(parameter)'",
        pt: "\(callee) precisa do argumento '\(parameter)'")
    case .tooManyPositional(let accepted):
      Message(
        "\(callee) takes at most \(accepted) positional argument\(accepted == 1 ? "" : "s")",
        pt:
          "\(callee) aceita no máximo \(accepted) argumento\(accepted == 1 ? "" : "s") por posição")
    case .givenTwice:
      Message(
        "\(callee): the argument '\(parameter)' is given twice",
        pt: "\(callee): o argumento '\(parameter)' aparece duas vezes")
    case .wrongType(let got, let expected):
      Message(
        "\(callee): '\(parameter)' must be \(expected), not \(got)",
        pt: "\(callee): '\(parameter)' precisa ser \(expected.portuguese), não \(got)")
    case .outOfRange(let got, let range):
      Message(
        "\(callee): '\(parameter)' must be \(range), not \(got)",
        pt: "\(callee): '\(parameter)' precisa ser \(range.portuguese), não \(got)")
    case .unknownChoice(let got, _):
      Message(
        "\(callee): '\(got)' is no value for '\(parameter)'",
        pt: "\(callee): '\(got)' não é um valor de '\(parameter)'")
    case .unknownName(let got, let kind, _):
      Message(
        "unknown \(kind.rawValue) '\(got)'",
        pt: "\(kind.portuguese) desconhecid\(kind.ending) '\(got)'")
    case .wrongCount(let got, let expected):
      Message(
        "\(callee): '\(parameter)' must have \(expected) elements, not \(got)",
        pt: "\(callee): '\(parameter)' precisa ter \(expected) elementos, não \(got)")
    case .notAscending:
      Message(
        "\(callee): each number of '\(parameter)' must be above the one before it",
        pt: "\(callee): cada número de '\(parameter)' precisa ser maior que o anterior")
    case .unsupported(let got):
      Message(
        "\(callee): '\(parameter)' can't be \(got) here",
        pt: "\(callee): '\(parameter)' não pode ser \(got) aqui")
    case .conflict(let other):
      Message(
        "\(callee): '\(parameter)' and '\(other)' exclude each other",
        pt: "\(callee): '\(parameter)' e '\(other)' excluem um ao outro")
    case .nested(let inner): inner.message
    }
  }

  var hint: Message? {
    switch problem {
    case .unknownKeyword(let known), .unknownChoice(_, let known):
      suggestion(for: parameterOrValue, among: known)
    case .unknownName(let got, _, let known): suggestion(for: got, among: known)
    case .nested(let inner): inner.hint
    case .missing, .tooManyPositional, .givenTwice, .wrongType, .outOfRange, .wrongCount,
      .notAscending, .unsupported, .conflict:
      nil
    }
  }

  private var parameterOrValue: String {
    if case .unknownChoice(let got, _) = problem { got } else { parameter }
  }

  private func suggestion(for name: String, among known: [String]) -> Message? {
    nearest(to: name, among: known).map(OptionReader.didYouMean) ?? OptionReader.choices(known)
  }
}

extension ComponentKind {
  fileprivate var portuguese: String {
    switch self {
    case .layer: "camada"
    case .activation: "ativação"
    case .initializer: "inicializador"
    case .loss: "perda"
    case .optimizer: "otimizador"
    case .metric: "métrica"
    case .schedule: "agenda"
    case .regularizer: "regularizador"
    case .constraint: "restrição"
    case .callback: "callback"
    }
  }

  /// The ending of an adjective: Portuguese nouns have a gender.
  fileprivate var ending: String {
    switch self {
    case .layer, .activation, .loss, .metric, .schedule, .constraint: "a"
    case .initializer, .optimizer, .regularizer, .callback: "o"
    }
  }
}

extension ParameterType {
  fileprivate var portuguese: String {
    switch self {
    case .bool: "True ou False"
    case .int(let range): "um inteiro, \(range.portuguese)"
    case .number(let range): "um número, \(range.portuguese)"
    case .numberOr(let range, let kind):
      "um número, \(range.portuguese), ou uma chamada que faz \(kind.article) \(kind.portuguese)"
    case .numbers(let range): "uma lista de números, cada um \(range.portuguese)"
    case .axes: "um inteiro ou uma lista de inteiros"
    case .span(let range): "um número ou um par de números, cada um \(range.portuguese)"
    case .numberOrNumbers(let range):
      "um número ou uma lista de números, cada um \(range.portuguese)"
    case .text: "um texto"
    case .texts: "uma lista de textos"
    case .choice(let choices): "um de " + choices.map { "'\($0)'" }.joined(separator: ", ")
    case .pair(let range): "um inteiro ou um par de inteiros, cada um \(range.portuguese)"
    case .margins(let range):
      "um inteiro, um par de inteiros ou um par de tais pares, cada um \(range.portuguese)"
    case .shape: "uma tupla de inteiros positivos"
    case .component(let kind): "o nome de \(kind.article) \(kind.portuguese) ou uma chamada"
    }
  }
}

extension ComponentKind {
  fileprivate var article: String { ending == "a" ? "uma" : "um" }
}

extension ValueRange {
  fileprivate var portuguese: String {
    let low = lower.map { (includesLower ? "no mínimo " : "acima de ") + text($0) }
    let high = upper.map { (includesUpper ? "no máximo " : "abaixo de ") + text($0) }
    let bounds = [low, high].compactMap { $0 }
    return bounds.isEmpty ? "um número finito" : bounds.joined(separator: " e ")
  }

  private func text(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }
}
