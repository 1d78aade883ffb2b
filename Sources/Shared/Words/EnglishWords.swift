internal import Diagnostics

/// What Caderno adds to lessons in English.
struct EnglishWords: LessonWords {
  let language = Language.english

  let exercise = "Exercise"
  let solution = "Solution"
  let contents = "Contents"
  let linkToHeading = "Link to"
  let code = "Code"
  let outputs = "Output"
  let outputOf = "Output of"
  let figure = "Figure"
  let image = "Image"
  let table = "Table"
  let error = "Error"
  let stale = "made before the last edit of the block"
  let skipped = "not executed"

  let madeWith = "Made with Caderno"
  let seed = "seed"
  let data = "data"
  let weights = "weights"

  let doneTask = "Completed task"
  let openTask = "Incomplete task"
  let footnotes = "Footnotes"
  let backToReference = "Back to reference"
  let audio = "Audio"
  let video = "Video"
  let note = "Note"
  let tip = "Tip"
  let important = "Important"
  let warning = "Warning"
  let caution = "Caution"
  let asForm = "as"

  let epoch = "epoch"
  let metric = "metric"
  let value = "value"
  let layer = "layer"
  let type = "type"
  let outputShape = "output shape"
  let parameters = "parameters"
  let allParameters = "all parameters"
  let trainableParameters = "trainable"
  let otherParameters = "not trainable"
  let part = "part"
  let training = "training"
  let validation = "validation"
  let test = "test"
  let images = "images"
  let shape = "shape"
  let range = "values"
  let labels = "labels"
  let integer = "integers"
  let oneHot = "one-hot"
  let classes = "classes"
  let classWord = "class"
  let examples = "examples"
  let precision = "precision"
  let recall = "recall"
  let trueClass = "true class"
  let predictedClass = "predicted class"
  let probability = "probability"
  let index = "index"

  func line(points: Int, from first: String, to last: String) -> String {
    "\(points) points from \(first) to \(last)"
  }

  func largest(_ value: String) -> String { "largest value \(value)" }

  func samplesAlt(_ count: Int, _ dataset: String, _ labels: String) -> String {
    "The first \(count) images of \(dataset), with the labels \(labels)"
  }

  func curveAlt(_ metric: String, from first: String, to last: String, epochs: Int) -> String {
    "\(metric) goes from \(first) to \(last) in \(epochs) \(epochs == 1 ? "epoch" : "epochs")"
  }

  func confusionAlt(right: Int, of total: Int) -> String {
    "Confusion matrix: \(right) of \(total) examples on the diagonal"
  }

  func mistakeAlt(_ truth: String, takenFor guess: String, count: Int) -> String {
    "most often \(truth) is taken for \(guess) (\(count) times)"
  }

  func predictionsAlt(_ count: Int, wrong: Int) -> String {
    "\(count) images with true and predicted label, \(wrong) of them wrong"
  }

  func substitute(_ used: String, for wanted: String) -> String {
    "These outputs were made with the data set “\(used)”, which stood in for “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "\(wanted) was not found; \(given) stands in for it, so numbers differ from the real ones."
  }
}
