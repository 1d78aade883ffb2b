internal import Diagnostics

/// Every word that renderers add to a lesson, in each language.
enum PageWords {
  static let epoch = Message("epoch", pt: "época")
  static let exercise = Message("Exercise", pt: "Exercício")
  static let solution = Message("Solution", pt: "Solução")
  static let metric = Message("metric", pt: "métrica")
  static let value = Message("value", pt: "valor")
  static let error = Message("Error", pt: "Erro")
  static let figure = Message("Figure", pt: "Figura")
  static let image = Message("Image", pt: "Imagem")
  static let contents = Message("Contents", pt: "Conteúdo")
  static let code = Message("Code", pt: "Código")
  static let outputs = Message("Output", pt: "Resultado")
  static let output = Message("Output of", pt: "Resultado de")
  static let table = Message("Table", pt: "Tabela")
  static let stale = Message(
    "made before the last edit of the block", pt: "anterior à última edição do bloco")
  static let skipped = Message("not executed", pt: "não executado")
  static let madeWith = Message("Made with Caderno", pt: "Feito com o Caderno")
  static let seed = Message("seed", pt: "semente")
  static let data = Message("data", pt: "dados")
  static let weights = Message("weights", pt: "pesos")
  static let lines = Message("points from", pt: "pontos, de")
  static let to = Message("to", pt: "a")
  static let pictures = Message("pictures", pt: "imagens")
  static let largest = Message("largest value", pt: "maior valor")
  static let doneTask = Message("Completed task", pt: "Tarefa concluída")
  static let openTask = Message("Incomplete task", pt: "Tarefa por fazer")
  static let footnotes = Message("Footnotes", pt: "Notas de rodapé")
  static let backToReference = Message("Back to reference", pt: "Voltar à referência")
  static let audio = Message("Audio", pt: "Áudio")
  static let video = Message("Video", pt: "Vídeo")
  static let note = Message("Note", pt: "Nota")
  static let tip = Message("Tip", pt: "Dica")
  static let important = Message("Important", pt: "Importante")
  static let warning = Message("Warning", pt: "Aviso")
  static let caution = Message("Caution", pt: "Cuidado")

  /// What the page says where one data set stood in for another.
  static func substitute(_ used: String, for wanted: String) -> Message {
    Message(
      "These outputs were made with the data set “\(used)”, which stood in for “\(wanted)”.",
      pt: "Estes resultados foram obtidos com os dados “\(used)”, no lugar de “\(wanted)”.")
  }
}
