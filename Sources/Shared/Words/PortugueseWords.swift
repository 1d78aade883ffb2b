internal import Diagnostics

/// What Caderno adds to lessons in Portuguese.
struct PortugueseWords: LessonWords {
  let language = Language.portuguese

  let exercise = "Exercício"
  let solution = "Solução"
  let contents = "Conteúdo"
  let code = "Código"
  let outputs = "Resultado"
  let outputOf = "Resultado de"
  let figure = "Figura"
  let formula = "Fórmula"
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

  let input = "entrada"
  let howMany = "quantos"
  let weight = "peso"
  let pixel = "pixel"
  let unit = "unidade"
  let confidence = "probabilidade da classe prevista"
  let accuracy = "acurácia"
  let right = "certas"
  let wrong = "erradas"
  let perfect = "acerta tanto quanto confia"
  let noBars = "Nenhuma classe tem número"

  let figureData = "Dados"
  let picture = "imagem"
  let pictures = "imagens"
  let pictureTitle = "título"
  let caption = "legenda"
  let size = "altura × largura"
  let pixels = "pixels"
  let lineChart = "gráfico de linhas"
  let scatterPlot = "gráfico de dispersão"
  let barChart = "gráfico de barras"
  let line = "linha"
  let points = "pontos"
  let bars = "barras"

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

  func weight(of layer: String) -> String {
    "peso de \(layer)"
  }

  func barsAlt(_ what: String, of count: Int, from low: (String, String), to high: (String, String))
    -> String
  {
    "\(what) de \(count) classes: de \(low.0) (\(low.1)) a \(high.0) (\(high.1))"
  }

  func calibration(error: String, examples: String, bins: Int) -> String {
    "Erro de calibração esperado: \(error), em \(examples) exemplos e \(bins) faixas"
  }

  func calibrationAlt(surer: Int, of bins: Int) -> String {
    "Diagrama de confiabilidade: em \(surer) de \(bins) faixas o modelo confia mais do que acerta"
  }

  func histogramAlt(_ label: String, _ parts: String) -> String {
    "Histograma (\(label)): \(parts)"
  }

  func numbersNear(_ middle: String, count: String) -> String {
    "\(count) números, a maioria perto de \(middle)"
  }

  func architectureAlt(_ model: String, _ layers: String, parameters: String) -> String {
    "As camadas de \(model) da entrada à saída: \(layers); \(parameters) parâmetros"
  }

  func kernelsAlt(_ shown: Int, of all: Int, _ layer: String) -> String {
    "\(shown) de \(all) núcleos de \(layer)"
  }

  func kernelsCaption(largest: String) -> String {
    "Preto é −\(largest), o cinza do meio 0, branco \(largest): o maior peso da camada em módulo"
  }

  func mapsAlt(_ shown: Int, of all: Int, _ layer: String, _ image: Int) -> String {
    "\(shown) de \(all) mapas que \(layer) faz do exemplo \(image)"
  }

  func unitsAlt(_ count: Int, _ layer: String, _ image: Int) -> String {
    "Os \(count) números que \(layer) faz do exemplo \(image)"
  }

  func shadesCaption(from low: String, to high: String) -> String {
    "Preto é \(low), branco \(high), em todos os mapas"
  }

  func saliencyAlt(_ label: String, _ image: Int) -> String {
    "Exemplo \(image), e quanto a pontuação da classe \(label) depende de cada pixel"
  }

  func saliencyCaption(_ label: String, largest: String) -> String {
    "Módulo do gradiente da pontuação da classe \(label) em relação a cada pixel; branco é \(largest)"
  }

  func gradCAMAlt(_ label: String, _ image: Int, _ layer: String) -> String {
    "Exemplo \(image), e onde \(layer) vê o que fala pela classe \(label)"
  }

  func gradCAMCaption(_ label: String, _ layer: String, largest: String) -> String {
    "Grad-CAM da classe \(label) em \(layer); branco é \(largest)"
  }

  func gradCAMNothing(_ label: String, _ layer: String) -> String {
    "Grad-CAM: nada em \(layer) fala pela classe \(label)"
  }

  func point(_ label: String, _ value: String) -> String {
    "\(label): um ponto, \(value)"
  }

  func curve(
    _ label: String, points: String, from first: String, to last: String, least: String,
    greatest: String
  ) -> String {
    "\(label): \(points) pontos, de \(first) a \(last), menor \(least), maior \(greatest)"
  }

  func noValues(_ label: String) -> String {
    "\(label): sem valores"
  }

  func notFinite(_ count: Int) -> String {
    "\(count) sem valor finito"
  }

  func more(_ count: Int) -> String {
    "e mais \(count)"
  }

  func matrix(_ size: String, least: String, greatest: String) -> String {
    "\(size), menor \(least), maior \(greatest)"
  }

  func pictures(_ count: Int) -> String {
    "\(count) \(count == 1 ? "imagem" : "imagens")"
  }

  func pixels(from least: String, to greatest: String) -> String {
    "pixels de \(least) a \(greatest)"
  }

  func marked(_ count: Int) -> String {
    count == 1 ? "uma marcada" : "\(count) marcadas"
  }

  func rows(_ shown: String, of all: String) -> String {
    "São mostradas \(shown) de \(all) linhas."
  }

  func columns(_ shown: Int, of all: Int) -> String {
    "São mostradas \(shown) de \(all) colunas."
  }

  func substitute(_ used: String, for wanted: String) -> String {
    "Estes resultados foram obtidos com os dados “\(used)”, no lugar de “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "\(wanted) não foi encontrado; \(given) toma o seu lugar, e os números diferem dos reais."
  }
}
