internal import Datasets
internal import RunRecords
internal import Words

/// The first examples of a data set with their labels.
struct SampleFigure {
  let prepared: PreparedData
  let split: SplitName
  let count: Int
  let words: OutputWords

  func output() -> FigureOutput {
    let rows = 0..<min(count, prepared.split(split).count)
    let labels = rows.map { prepared.facts.classNames[Int(prepared.split(split).labels[$0])] }
    let panels = rows.map { prepared.picture($0, of: split, caption: labels[$0]) }
    return FigureOutput(
      name: "samples", figure: Figure(panels: panels, columns: min(10, max(1, panels.count))),
      alt: words.samplesAlt(rows.count, prepared.facts.dataset, labels))
  }
}
