internal import RunRecords
internal import Words

extension LessonWords {
  /// A kind of chart, by what is drawn in it.
  func kind(of style: Figure.Series.Style) -> String {
    switch style {
    case .line, .dashed: lineChart
    case .points: scatterPlot
    case .bars: barChart
    }
  }

  /// What a series is called that has no name.
  func name(of style: Figure.Series.Style) -> String {
    switch style {
    case .line, .dashed: line
    case .points: points
    case .bars: bars
    }
  }
}
