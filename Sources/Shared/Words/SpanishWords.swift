internal import Diagnostics

/// What Caderno adds to lessons in Spanish.
struct SpanishWords: LessonWords {
  let language = Language.spanish

  let exercise = "Ejercicio"
  let solution = "Solución"
  let contents = "Contenido"
  let code = "Código"
  let outputs = "Resultado"
  let outputOf = "Resultado de"
  let figure = "Figura"
  let formula = "Fórmula"
  let image = "Imagen"
  let table = "Tabla"
  let error = "Error"
  let stale = "anterior a la última edición del bloque"
  let skipped = "no ejecutado"

  let madeWith = "Hecho con Caderno"
  let seed = "semilla"
  let data = "datos"
  let weights = "pesos"

  let doneTask = "Tarea completada"
  let openTask = "Tarea pendiente"
  let footnotes = "Notas al pie"
  let backToReference = "Volver a la referencia"
  let audio = "Audio"
  let video = "Vídeo"
  let note = "Nota"
  let tip = "Consejo"
  let important = "Importante"
  let warning = "Advertencia"
  let caution = "Precaución"
  let asForm = "como"

  let epoch = "época"
  let metric = "métrica"
  let value = "valor"
  let layer = "capa"
  let type = "tipo"
  let outputShape = "forma de la salida"
  let parameters = "parámetros"
  let allParameters = "parámetros en total"
  let trainableParameters = "entrenables"
  let otherParameters = "no entrenables"
  let part = "parte"
  let training = "entrenamiento"
  let validation = "validación"
  let test = "prueba"
  let images = "imágenes"
  let shape = "forma"
  let range = "valores"
  let labels = "etiquetas"
  let integer = "enteros"
  let oneHot = "one-hot"
  let classes = "clases"
  let classWord = "clase"
  let examples = "ejemplos"
  let precision = "precisión"
  let recall = "exhaustividad"
  let trueClass = "clase verdadera"
  let predictedClass = "clase predicha"
  let probability = "probabilidad"
  let index = "índice"

  let input = "entrada"
  let howMany = "cuántos"
  let weight = "peso"
  let pixel = "píxel"
  let unit = "unidad"
  let confidence = "probabilidad de la clase predicha"
  let accuracy = "exactitud"
  let right = "acertadas"
  let wrong = "falladas"
  let perfect = "acierta tanto como confía"
  let noBars = "Ninguna clase tiene número"

  let figureData = "Datos"
  let picture = "imagen"
  let pictures = "imágenes"
  let pictureTitle = "título"
  let caption = "leyenda"
  let size = "alto × ancho"
  let pixels = "píxeles"
  let lineChart = "gráfico de líneas"
  let scatterPlot = "gráfico de dispersión"
  let barChart = "gráfico de barras"
  let line = "línea"
  let points = "puntos"
  let bars = "barras"

  func samplesAlt(_ count: Int, _ dataset: String, _ labels: String) -> String {
    "Las primeras \(count) imágenes de \(dataset), con las etiquetas \(labels)"
  }

  func curveAlt(_ metric: String, from first: String, to last: String, epochs: Int) -> String {
    "\(metric) va de \(first) a \(last) en \(epochs) \(epochs == 1 ? "época" : "épocas")"
  }

  func confusionAlt(right: Int, of total: Int) -> String {
    "Matriz de confusión: \(right) de \(total) ejemplos en la diagonal"
  }

  func mistakeAlt(_ truth: String, takenFor guess: String, count: Int) -> String {
    "el error más común es \(truth) tomado por \(guess) (\(count) veces)"
  }

  func predictionsAlt(_ count: Int, wrong: Int) -> String {
    "\(count) imágenes con etiqueta verdadera y predicha, \(wrong) de ellas equivocadas"
  }

  func weight(of layer: String) -> String {
    "peso de \(layer)"
  }

  func barsAlt(_ what: String, of count: Int, from low: (String, String), to high: (String, String))
    -> String
  {
    "\(what) de \(count) clases: de \(low.0) (\(low.1)) a \(high.0) (\(high.1))"
  }

  func calibration(error: String, examples: String, bins: Int) -> String {
    "Error de calibración esperado: \(error), con \(examples) ejemplos en \(bins) intervalos"
  }

  func calibrationAlt(surer: Int, of bins: Int) -> String {
    "Diagrama de fiabilidad: en \(surer) de \(bins) intervalos el modelo confía más de lo que acierta"
  }

  func histogramAlt(_ label: String, _ parts: String) -> String {
    "Histograma (\(label)): \(parts)"
  }

  func numbersNear(_ middle: String, count: String) -> String {
    "\(count) números, la mayoría cerca de \(middle)"
  }

  func architectureAlt(_ model: String, _ layers: String, parameters: String) -> String {
    "Las capas de \(model) de la entrada a la salida: \(layers); \(parameters) parámetros"
  }

  func kernelsAlt(_ shown: Int, of all: Int, _ layer: String) -> String {
    "\(shown) de \(all) núcleos de \(layer)"
  }

  func kernelsCaption(largest: String) -> String {
    "Negro es −\(largest), el gris del medio 0, blanco \(largest): el mayor peso de la capa en valor absoluto"
  }

  func mapsAlt(_ shown: Int, of all: Int, _ layer: String, _ image: Int) -> String {
    "\(shown) de \(all) mapas que \(layer) hace del ejemplo \(image)"
  }

  func unitsAlt(_ count: Int, _ layer: String, _ image: Int) -> String {
    "Los \(count) números que \(layer) hace del ejemplo \(image)"
  }

  func shadesCaption(from low: String, to high: String) -> String {
    "Negro es \(low), blanco \(high), en todos los mapas"
  }

  func saliencyAlt(_ label: String, _ image: Int) -> String {
    "Ejemplo \(image), y cuánto depende de cada píxel la puntuación de la clase \(label)"
  }

  func saliencyCaption(_ label: String, largest: String) -> String {
    "Valor absoluto del gradiente de la puntuación de la clase \(label) respecto a cada píxel; blanco es \(largest)"
  }

  func gradCAMAlt(_ label: String, _ image: Int, _ layer: String) -> String {
    "Ejemplo \(image), y dónde \(layer) ve lo que habla a favor de la clase \(label)"
  }

  func gradCAMCaption(_ label: String, _ layer: String, largest: String) -> String {
    "Grad-CAM de la clase \(label) en \(layer); blanco es \(largest)"
  }

  func gradCAMNothing(_ label: String, _ layer: String) -> String {
    "Grad-CAM: nada en \(layer) habla a favor de la clase \(label)"
  }

  func point(_ label: String, _ value: String) -> String {
    "\(label): un punto, \(value)"
  }

  func curve(
    _ label: String, points: String, from first: String, to last: String, least: String,
    greatest: String
  ) -> String {
    "\(label): \(points) puntos, de \(first) a \(last), menor \(least), mayor \(greatest)"
  }

  func noValues(_ label: String) -> String {
    "\(label): sin valores"
  }

  func notFinite(_ count: Int) -> String {
    "\(count) sin valor finito"
  }

  func more(_ count: Int) -> String {
    "y \(count) más"
  }

  func matrix(_ size: String, least: String, greatest: String) -> String {
    "\(size), menor \(least), mayor \(greatest)"
  }

  func pictures(_ count: Int) -> String {
    "\(count) \(count == 1 ? "imagen" : "imágenes")"
  }

  func pixels(from least: String, to greatest: String) -> String {
    "píxeles de \(least) a \(greatest)"
  }

  func marked(_ count: Int) -> String {
    count == 1 ? "una marcada" : "\(count) marcadas"
  }

  func rows(_ shown: String, of all: String) -> String {
    "Se muestran \(shown) de \(all) filas."
  }

  func columns(_ shown: Int, of all: Int) -> String {
    "Se muestran \(shown) de \(all) columnas."
  }

  func substitute(_ used: String, for wanted: String) -> String {
    "Estos resultados se obtuvieron con los datos “\(used)”, en lugar de “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "No se encontró \(wanted); \(given) ocupa su lugar, y los números difieren de los reales."
  }
}
