internal import Networks
internal import RunRecords
internal import Words

/// The words of figures about models, with numbers in the lesson's language.
extension LessonWords {
  /// What bars say of a class.
  func measure(_ measure: BarsKind.Measure) -> String {
    switch measure {
    case .accuracy: accuracy
    case .precision: precision
    case .recall: recall
    case .count: examples
    }
  }

  func barsAlt(_ measure: BarsKind.Measure, _ names: [String], _ values: [Double?]) -> String {
    let known = zip(names, values).compactMap { name, value in value.map { (name, $0) } }
    guard let low = known.min(by: { $0.1 < $1.1 }), let high = known.max(by: { $0.1 < $1.1 }) else {
      return noBars
    }
    let digits = measure == .count ? 0 : 4
    return barsAlt(
      self.measure(measure), of: names.count, from: (decimal(low.1, digits: digits), low.0),
      to: (decimal(high.1, digits: digits), high.0))
  }

  func calibration(_ calibration: Calibration) -> String {
    self.calibration(
      error: decimal(calibration.error, digits: 4), examples: whole(calibration.total),
      bins: calibration.bins.count)
  }

  func calibrationAlt(_ calibration: Calibration) -> String {
    let filled = calibration.bins.filter { $0.count > 0 }
    return calibrationAlt(
      surer: filled.count { $0.confidence > $0.accuracy }, of: filled.count)
  }

  func histogramAlt(_ label: String, _ parts: [(label: String, histogram: Histogram)]) -> String {
    let sentences = parts.map { part in
      let histogram = part.histogram
      let most = histogram.counts.indices.max { histogram.counts[$0] < histogram.counts[$1] } ?? 0
      let start = parts.count > 1 ? "\(part.label): " : ""
      return start + numbersNear(short(histogram.middles[most]), count: whole(histogram.total))
    }
    return histogramAlt(label, sentences.joined(separator: "; "))
  }

  func architectureAlt(_ id: String, _ model: Model) -> String {
    architectureAlt(
      id, model.layers.map(\.typeName).joined(separator: ", "),
      parameters: whole(model.parameterCount))
  }

  func kernelsCaption(largest: Float) -> String { kernelsCaption(largest: short(Double(largest))) }

  func shadesCaption(_ shades: Shades) -> String {
    shadesCaption(from: short(Double(shades.low)), to: short(Double(shades.high)))
  }

  func saliencyCaption(_ label: String, largest: Float) -> String {
    saliencyCaption(label, largest: short(Double(largest)))
  }

  func gradCAMCaption(_ label: String, _ layer: String, largest: Float) -> String {
    largest == 0
      ? gradCAMNothing(label, layer)
      : gradCAMCaption(label, layer, largest: short(Double(largest)))
  }

  private func whole(_ count: Int) -> String {
    NumberForm(.integer(grouped: true), in: language).text(count)
  }

  /// A number with three digits that count, or more where it is large.
  func short(_ value: Double) -> String {
    var (digits, size) = (2, abs(value))
    while size < 1, size > 0, digits < 9 { (digits, size) = (digits + 1, size * 10) }
    return decimal(value, digits: digits)
  }
}
