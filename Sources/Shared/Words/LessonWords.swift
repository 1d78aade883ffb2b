package import Diagnostics

/// The words that renderers and directives add to a lesson, in one language.
package protocol LessonWords: Sendable {
  /// The language that these words are of.
  var language: Language { get }

  // The page.
  var exercise: String { get }
  var solution: String { get }
  var contents: String { get }
  var code: String { get }
  var outputs: String { get }
  var outputOf: String { get }
  var figure: String { get }
  var formula: String { get }
  var image: String { get }
  var table: String { get }
  var error: String { get }
  var stale: String { get }
  var skipped: String { get }

  // The colophon.
  var madeWith: String { get }
  var seed: String { get }
  var data: String { get }
  var weights: String { get }

  // Prose.
  var doneTask: String { get }
  var openTask: String { get }
  var footnotes: String { get }
  var backToReference: String { get }
  var audio: String { get }
  var video: String { get }
  var note: String { get }
  var tip: String { get }
  var important: String { get }
  var warning: String { get }
  var caution: String { get }
  /// What stands before the form of a number in a link's title: `"as 1,000"`.
  var asForm: String { get }

  // Tables' headings and rows.
  var epoch: String { get }
  var metric: String { get }
  var value: String { get }
  var layer: String { get }
  var type: String { get }
  var outputShape: String { get }
  var parameters: String { get }
  var allParameters: String { get }
  var trainableParameters: String { get }
  var otherParameters: String { get }
  var part: String { get }
  var training: String { get }
  var validation: String { get }
  var test: String { get }
  var images: String { get }
  var shape: String { get }
  var range: String { get }
  var labels: String { get }
  var integer: String { get }
  var oneHot: String { get }
  var classes: String { get }
  var classWord: String { get }
  var examples: String { get }
  var precision: String { get }
  var recall: String { get }
  var trueClass: String { get }
  var predictedClass: String { get }
  var probability: String { get }
  var index: String { get }

  // Figures, as they are told to whoever doesn't see them. Numbers are written already.
  func samplesAlt(_ count: Int, _ dataset: String, _ labels: String) -> String
  func curveAlt(_ metric: String, from first: String, to last: String, epochs: Int) -> String
  func confusionAlt(right: Int, of total: Int) -> String
  func mistakeAlt(_ truth: String, takenFor guess: String, count: Int) -> String
  func predictionsAlt(_ count: Int, wrong: Int) -> String

  // Figures of models.
  var input: String { get }
  var howMany: String { get }
  var weight: String { get }
  var pixel: String { get }
  var unit: String { get }
  var confidence: String { get }
  var accuracy: String { get }
  var right: String { get }
  var wrong: String { get }
  var perfect: String { get }
  var noBars: String { get }
  func weight(of layer: String) -> String
  func barsAlt(_ what: String, of count: Int, from low: (String, String), to high: (String, String))
    -> String
  func calibration(error: String, examples: String, bins: Int) -> String
  func calibrationAlt(surer: Int, of bins: Int) -> String
  func histogramAlt(_ label: String, _ parts: String) -> String
  func numbersNear(_ middle: String, count: String) -> String
  func architectureAlt(_ model: String, _ layers: String, parameters: String) -> String
  func kernelsAlt(_ shown: Int, of all: Int, _ layer: String) -> String
  func kernelsCaption(largest: String) -> String
  func mapsAlt(_ shown: Int, of all: Int, _ layer: String, _ image: Int) -> String
  func unitsAlt(_ count: Int, _ layer: String, _ image: Int) -> String
  func shadesCaption(from low: String, to high: String) -> String
  func saliencyAlt(_ label: String, _ image: Int) -> String
  func saliencyCaption(_ label: String, largest: String) -> String
  func gradCAMAlt(_ label: String, _ image: Int, _ layer: String) -> String
  func gradCAMCaption(_ label: String, _ layer: String, largest: String) -> String
  func gradCAMNothing(_ label: String, _ layer: String) -> String

  // A figure's data and what it comes to.
  var figureData: String { get }
  var picture: String { get }
  var pictures: String { get }
  var pictureTitle: String { get }
  var caption: String { get }
  var size: String { get }
  var pixels: String { get }
  var lineChart: String { get }
  var scatterPlot: String { get }
  var barChart: String { get }
  var line: String { get }
  var points: String { get }
  var bars: String { get }
  func point(_ label: String, _ value: String) -> String
  func curve(
    _ label: String, points: String, from first: String, to last: String, least: String,
    greatest: String
  )
    -> String
  func noValues(_ label: String) -> String
  func notFinite(_ count: Int) -> String
  func more(_ count: Int) -> String
  func matrix(_ size: String, least: String, greatest: String) -> String
  func pictures(_ count: Int) -> String
  func pixels(from least: String, to greatest: String) -> String
  func marked(_ count: Int) -> String
  func rows(_ shown: String, of all: String) -> String
  func columns(_ shown: Int, of all: Int) -> String

  // Data sets that stand in for others.
  func substitute(_ used: String, for wanted: String) -> String
  func substituted(_ wanted: String, by given: String) -> String
}
