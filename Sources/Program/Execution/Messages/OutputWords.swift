internal import Diagnostics
internal import RunRecords
internal import Words

/// The words that outputs carry, in the lesson's language.
typealias OutputWords = any LessonWords

extension LessonWords {
  func part(_ split: SplitName) -> String {
    switch split {
    case .train: training
    case .validation: validation
    case .test: test
    }
  }

  /// "7 (99.1 %)": what a picture's caption says of a prediction.
  func prediction(_ predicted: String, probability: Double, truth: String) -> String {
    let percent = decimal(probability * 100, digits: 1)
    return predicted == truth
      ? "\(predicted) (\(percent) %)" : "\(truth) → \(predicted) (\(percent) %)"
  }

  func samplesAlt(_ count: Int, _ dataset: String, _ labels: [String]) -> String {
    samplesAlt(count, dataset, labels.joined(separator: ", "))
  }

  func curveAlt(_ metric: String, from first: Double, to last: Double, epochs: Int) -> String {
    let (start, end) = (decimal(first, digits: 4), decimal(last, digits: 4))
    return curveAlt(metric, from: start, to: end, epochs: epochs)
  }

  func confusionAlt(right: Int, of total: Int, worst: (truth: String, guess: String, count: Int)?)
    -> String
  {
    let base = confusionAlt(right: right, of: total)
    guard let worst else { return base }
    return base + "; " + mistakeAlt(worst.truth, takenFor: worst.guess, count: worst.count)
  }

  /// A number with the language's decimal separator.
  func decimal(_ value: Double, digits: Int) -> String {
    NumberForm(.fixed(digits: digits), in: language).text(value)
  }
}
