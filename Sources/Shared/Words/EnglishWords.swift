internal import Diagnostics

/// What Caderno adds to lessons in English.
struct EnglishWords: LessonWords {
  let language = Language.english

  let exercise = "Exercise"
  let solution = "Solution"
  let contents = "Contents"
  let code = "Code"
  let outputs = "Output"
  let outputOf = "Output of"
  let figure = "Figure"
  let formula = "Formula"
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

  let input = "input"
  let howMany = "how many"
  let weight = "weight"
  let pixel = "pixel"
  let unit = "unit"
  let confidence = "probability of the predicted class"
  let accuracy = "accuracy"
  let right = "right"
  let wrong = "wrong"
  let perfect = "as often right as sure"
  let noBars = "No class has a number"

  let figureData = "Data"
  let picture = "picture"
  let pictures = "pictures"
  let pictureTitle = "title"
  let caption = "caption"
  let size = "height × width"
  let pixels = "pixels"
  let lineChart = "line chart"
  let scatterPlot = "scatter plot"
  let barChart = "bar chart"
  let line = "line"
  let points = "points"
  let bars = "bars"

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

  func weight(of layer: String) -> String {
    "weight of \(layer)"
  }

  func barsAlt(_ what: String, of count: Int, from low: (String, String), to high: (String, String))
    -> String
  {
    "\(what) of \(count) classes: from \(low.0) (\(low.1)) to \(high.0) (\(high.1))"
  }

  func calibration(error: String, examples: String, bins: Int) -> String {
    "Expected calibration error: \(error), over \(examples) examples in \(bins) bins"
  }

  func calibrationAlt(surer: Int, of bins: Int) -> String {
    "Reliability diagram: in \(surer) of \(bins) bins the model is surer than it is right"
  }

  func histogramAlt(_ label: String, _ parts: String) -> String {
    "Histogram (\(label)): \(parts)"
  }

  func numbersNear(_ middle: String, count: String) -> String {
    "\(count) numbers, most of them near \(middle)"
  }

  func architectureAlt(_ model: String, _ layers: String, parameters: String) -> String {
    "The layers of \(model) from its input to its output: \(layers); \(parameters) parameters"
  }

  func kernelsAlt(_ shown: Int, of all: Int, _ layer: String) -> String {
    "\(shown) of \(all) kernels of \(layer)"
  }

  func kernelsCaption(largest: String) -> String {
    "Black is −\(largest), the grey in the middle 0, white \(largest): the layer's largest weight by amount"
  }

  func mapsAlt(_ shown: Int, of all: Int, _ layer: String, _ image: Int) -> String {
    "\(shown) of \(all) maps that \(layer) makes of example \(image)"
  }

  func unitsAlt(_ count: Int, _ layer: String, _ image: Int) -> String {
    "The \(count) numbers that \(layer) makes of example \(image)"
  }

  func shadesCaption(from low: String, to high: String) -> String {
    "Black is \(low), white \(high), in all maps"
  }

  func saliencyAlt(_ label: String, _ image: Int) -> String {
    "Example \(image), and how much the score of class \(label) hangs on each pixel"
  }

  func saliencyCaption(_ label: String, largest: String) -> String {
    "Amount of the gradient of class \(label)'s score by each pixel; white is \(largest)"
  }

  func gradCAMAlt(_ label: String, _ image: Int, _ layer: String) -> String {
    "Example \(image), and where \(layer) sees what speaks for class \(label)"
  }

  func gradCAMCaption(_ label: String, _ layer: String, largest: String) -> String {
    "Grad-CAM of class \(label) at \(layer); white is \(largest)"
  }

  func gradCAMNothing(_ label: String, _ layer: String) -> String {
    "Grad-CAM: nothing in \(layer) speaks for class \(label)"
  }

  func point(_ label: String, _ value: String) -> String {
    "\(label): one point, \(value)"
  }

  func curve(
    _ label: String, points: String, from first: String, to last: String, least: String,
    greatest: String
  ) -> String {
    "\(label): \(points) points, from \(first) to \(last), least \(least), greatest \(greatest)"
  }

  func noValues(_ label: String) -> String {
    "\(label): no values"
  }

  func notFinite(_ count: Int) -> String {
    "\(count) not finite"
  }

  func more(_ count: Int) -> String {
    "and \(count) more"
  }

  func matrix(_ size: String, least: String, greatest: String) -> String {
    "\(size), least \(least), greatest \(greatest)"
  }

  func pictures(_ count: Int) -> String {
    "\(count) \(count == 1 ? "picture" : "pictures")"
  }

  func pixels(from least: String, to greatest: String) -> String {
    "pixels from \(least) to \(greatest)"
  }

  func marked(_ count: Int) -> String {
    "\(count) marked"
  }

  func rows(_ shown: String, of all: String) -> String {
    "\(shown) of \(all) rows are shown."
  }

  func columns(_ shown: Int, of all: Int) -> String {
    "\(shown) of \(all) columns are shown."
  }

  func substitute(_ used: String, for wanted: String) -> String {
    "These outputs were made with the data set “\(used)”, which stood in for “\(wanted)”."
  }

  func substituted(_ wanted: String, by given: String) -> String {
    "\(wanted) was not found; \(given) stands in for it, so numbers differ from the real ones."
  }
}
