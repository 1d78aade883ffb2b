package import Diagnostics

/// The words that renderers and directives add to a lesson, in one language.
package protocol LessonWords: Sendable {
  /// The language that these words are of.
  var language: Language { get }

  // The page.
  var exercise: String { get }
  var solution: String { get }
  var contents: String { get }
  var linkToHeading: String { get }
  var code: String { get }
  var outputs: String { get }
  var outputOf: String { get }
  var figure: String { get }
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
  func line(points: Int, from first: String, to last: String) -> String
  func largest(_ value: String) -> String
  func samplesAlt(_ count: Int, _ dataset: String, _ labels: String) -> String
  func curveAlt(_ metric: String, from first: String, to last: String, epochs: Int) -> String
  func confusionAlt(right: Int, of total: Int) -> String
  func mistakeAlt(_ truth: String, takenFor guess: String, count: Int) -> String
  func predictionsAlt(_ count: Int, wrong: Int) -> String

  // Data sets that stand in for others.
  func substitute(_ used: String, for wanted: String) -> String
  func substituted(_ wanted: String, by given: String) -> String
}
