internal import Diagnostics

/// What Caderno adds to lessons in Portuguese.
struct PortugueseWords: LessonWords {
  let language = Language.portuguese

  let exercise = "Exercício"
  let solution = "Solução"
  let contents = "Conteúdo"
  let linkToHeading = "Link para"
  let code = "Código"
  let outputs = "Resultado"
  let outputOf = "Resultado de"
  let figure = "Figura"
  let image = "Imagem"
  let table = "Tabela"
  let error = "Erro"
  let stale = "anterior à última edição do bloco"
  let skipped = "não executado"

  let madeWith = "Feito com o Caderno"
  let seed = "semente"
  let data = "dados"
  let weights = "pesos"

  let doneTask = "Tarefa concluída"
  let openTask = "Tarefa por fazer"
  let footnotes = "Notas de rodapé"
  let backToReference = "Voltar à referência"
  let audio = "Áudio"
  let video = "Vídeo"
  let note = "Nota"
  let tip = "Dica"
  let important = "Importante"
  let warning = "Aviso"
  let caution = "Cuidado"
  let asForm = "como"

  let epoch = "época"
  let metric = "métrica"
  let value = "valor"
  let layer = "camada"
  let type = "tipo"
  let outputShape = "forma da saída"
  let parameters = "parâmetros"
  let allParameters = "parâmetros ao todo"
  let trainableParameters = "treináveis"
  let otherParameters = "não treináveis"
  let part = "parte"
  let training = "treino"
  let validation = "validação"
  let test = "teste"
  let images = "imagens"
  let shape = "forma"
  let range = "valores"
  let labels = "rótulos"
  let integer = "inteiros"
  let oneHot = "one-hot"
  let classes = "classes"
  let classWord = "classe"
  let examples = "exemplos"
  let precision = "precisão"
  let recall = "revocação"
  let trueClass = "classe verdadeira"
  let predictedClass = "classe prevista"
  let probability = "probabilidade"
  let index = "índice"

  func line(points: Int, from first: String, to last: String) -> String {
    "\(points) pontos, de \(first) a \(last)"
  }

  func largest(_ value: String) -> String { "maior valor \(value)" }

  func samplesAlt(_ count: Int, _ dataset: String, _ labels: String) -> String {
    "As primeiras \(count) imagens de \(dataset), com os rótulos \(labels)"
  }

  func curveAlt(_ metric: String, from first: String, to last: String, epochs: Int) -> String {
    "\(metric) vai de \(first) a \(last) em \(epochs) \(epochs == 1 ? "época" : "épocas")"
  }

  func confusionAlt(right: Int, of total: Int) -> String {
    "Matriz de confusão: \(right) de \(total) exemplos na diagonal"
  }

  func mistakeAlt(_ truth: String, takenFor guess: String, count: Int) -> String {
    "o engano mais comum é \(truth) lido como \(guess) (\(count) vezes)"
  }

  func predictionsAlt(_ count: Int, wrong: Int) -> String {
    "\(count) imagens com rótulo verdadeiro e previsto, \(wrong) delas erradas"
  }

  func substitute(_ used: String, for wanted: String) -> String {
    "Estes resultados foram obtidos com os dados “\(used)”, no lugar de “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "\(wanted) não foi encontrado; \(given) toma o seu lugar, e os números diferem dos reais."
  }
}
