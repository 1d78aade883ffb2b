public import Diagnostics

extension Cause {
  /// The cause in words.
  public var message: Message {
    switch kind {
    case .seed: changed("seed", pt: "semente")
    case .parameter: changed("parameter \(name ?? "")", pt: "parâmetro \(name ?? "")")
    case .option: changed("option \(name ?? "")", pt: "opção \(name ?? "")")
    case .dataSet: changed("data set \(name ?? "")", pt: "conjunto de dados \(name ?? "")")
    case .numerics: changed("numerics version", pt: "versão numérica")
    case .language: changed("language", pt: "língua")
    case .caderno where a == nil || b == nil:
      Message(
        "nothing changed in the lesson; another version of Caderno may have made one of them",
        pt: "nada mudou na lição; outra versão do Caderno pode ter feito um deles")
    case .caderno: changed("Caderno's version", pt: "versão do Caderno")
    case .source: Message("the directive was edited", pt: "o bloco foi editado")
    case .upstream:
      Message("'\(name ?? "")' before it changed", pt: "'\(name ?? "")', antes dele, mudou")
    case .unknown:
      Message(
        "something that it depends on changed; there is no record of what",
        pt: "algo de que ele depende mudou; não há registro do quê")
    case .handEdit:
      Message(
        "the outputs in the notebook were edited by hand",
        pt: "os resultados no caderno foram editados à mão")
    case .written:
      Message(
        "the number was written into the text: '\(name ?? "")' gives the same in both",
        pt: "o número foi escrito no texto: '\(name ?? "")' dá o mesmo nos dois")
    case .engine:
      Message(
        "nothing changed, yet the outputs differ: this is an error of the engine, please report it",
        pt: "nada mudou, mas os resultados diferem: é um erro do motor, por favor avise")
    }
  }

  private func changed(_ english: String, pt portuguese: String) -> Message {
    Message(
      "\(english): \(a ?? "(none)") → \(b ?? "(none)")",
      pt: "\(portuguese): \(a ?? "(nada)") → \(b ?? "(nada)")")
  }
}
