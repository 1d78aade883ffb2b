internal import Diagnostics
internal import Notebooks

/// The options that every directive takes.
struct CommonOptions: Sendable {
  /// What a rendering leaves out.
  enum Hiding: String, Sendable, CaseIterable { case input, output, all }

  var isSkipped = false
  var hiding: Hiding?
  /// Absolute tolerance when two runs are compared.
  var tolerance: Double?
  var caption: String?
  var alt: String?
  var seed: Int?
  /// The code that the directive must fail with.
  var expectedError: String?

  /// Help for each of them.
  static let specs: [OptionSpec] = [
    OptionSpec(
      "skip", Message("true or false", pt: "true ou false"),
      Message("leaves the directive out", pt: "deixa o bloco de fora")),
    OptionSpec(
      "hide", Message("input, output or all", pt: "input, output ou all"),
      Message("what a page does not show", pt: "o que a página não mostra")),
    OptionSpec(
      "tolerance", Message("a number", pt: "um número"),
      Message("how far numbers may differ", pt: "quanto os números podem diferir")),
    OptionSpec(
      "caption", Message("a text", pt: "um texto"),
      Message("stands below the outputs", pt: "fica abaixo dos resultados")),
    OptionSpec(
      "alt", Message("a text", pt: "um texto"),
      Message("describes the figure", pt: "descreve a figura")),
    OptionSpec(
      "seed", Message("a whole number", pt: "um número inteiro"),
      Message("overrides the lesson's seed", pt: "substitui a semente da lição")),
    OptionSpec(
      "expect_error", Message("an error's code", pt: "o código de um erro"),
      Message("the directive must fail with it", pt: "o bloco precisa falhar com ele")),
  ]

  static let names = specs.map(\.name)

  init() {}

  init(_ reader: inout OptionReader) {
    isSkipped = reader.bool("skip") ?? false
    hiding = reader.choice("hide", of: Hiding.allCases.map(\.rawValue))
      .flatMap { Hiding(rawValue: $0.value) }
    tolerance = reader.number("tolerance")?.value
    caption = reader.words("caption")?.value
    alt = reader.words("alt")?.value
    seed = reader.int("seed", in: 0...Int(Int32.max))?.value
    expectedError = reader.string("expect_error")?.value
  }
}
