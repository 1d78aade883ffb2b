internal import Diagnostics

/// Options that several directives have.
extension OptionSpec {
  static let model = OptionSpec(
    "model", Message("a model's name", pt: "o nome de um modelo"),
    Message("the model; the only one where left out", pt: "o modelo; se omitido, o único que há"))

  static let data = OptionSpec(
    "data", Message("NAME or NAME.PART", pt: "NOME ou NOME.PARTE"),
    Message("a data set or a part of it", pt: "um conjunto de dados ou uma parte dele"))

  static let batchSize = OptionSpec(
    "batch_size", Message("a whole number", pt: "um número inteiro"),
    Message("examples in a batch", pt: "exemplos em um lote"))

  static let count = OptionSpec(
    "count", Message("a whole number", pt: "um número inteiro"),
    Message("how many to show", pt: "quantos mostrar"))

  static let fits = OptionSpec(
    "of", Message("a fit or a list of fits", pt: "um treino ou uma lista de treinos"),
    Message("whose history", pt: "de quem é o histórico"))

  static let layer = OptionSpec(
    "layer", Message("a layer's name", pt: "o nome de uma camada"),
    Message("which layer of the model", pt: "qual camada do modelo"))

  static let image = OptionSpec(
    "image", Message("a whole number", pt: "um número inteiro"),
    Message("which example, from 0", pt: "qual exemplo, a partir de 0"))

  static let label = OptionSpec(
    "class", Message("a class' name", pt: "o nome de uma classe"),
    Message(
      "whose score is asked about; the predicted one where left out",
      pt: "de quem é a pontuação; se omitida, a prevista"))

  static let bins = OptionSpec(
    "bins", Message("a whole number", pt: "um número inteiro"),
    Message("how many parts the range has", pt: "quantas partes tem a faixa"))

  static let format = OptionSpec(
    "format", Message("number, percent or integer", pt: "number, percent ou integer"),
    Message("how numbers are shown", pt: "como os números são mostrados"))

  static let digits = OptionSpec(
    "digits", Message("a whole number", pt: "um número inteiro"),
    Message("digits after the decimal point", pt: "casas depois da vírgula"))

  /// What says how a model is trained.
  static let compiling = [
    OptionSpec(
      "optimizer", Message("a name or a call", pt: "um nome ou uma chamada"),
      Message("such as RMSprop(learning_rate=0.001)", pt: "como RMSprop(learning_rate=0.001)")),
    OptionSpec(
      "loss", Message("a name or a call", pt: "um nome ou uma chamada"),
      Message("such as categorical_crossentropy", pt: "como categorical_crossentropy")),
    OptionSpec(
      "metrics", Message("a list of names", pt: "uma lista de nomes"),
      Message("such as [accuracy]", pt: "como [accuracy]")),
  ]
}
