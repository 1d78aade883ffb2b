internal import Diagnostics

/// What Caderno adds to lessons in Spanish.
struct SpanishWords: LessonWords {
  let language = Language.spanish

  let exercise = "Ejercicio"
  let solution = "Solución"
  let contents = "Contenido"
  let linkToHeading = "Enlace a"
  let code = "Código"
  let outputs = "Resultado"
  let outputOf = "Resultado de"
  let figure = "Figura"
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

  func line(points: Int, from first: String, to last: String) -> String {
    "\(points) puntos, de \(first) a \(last)"
  }

  func largest(_ value: String) -> String { "mayor valor \(value)" }

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

  func substitute(_ used: String, for wanted: String) -> String {
    "Estos resultados se obtuvieron con los datos “\(used)”, en lugar de “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "No se encontró \(wanted); \(given) ocupa su lugar, y los números difieren de los reales."
  }
}
