internal import Memory

/// How often each class was said for each, and how much of the two overlaps.
struct ClassOverlap: Sendable {
  let classes: Int
  /// The classes whose overlap counts.
  let counted: [Int]
  /// Samples of this class are left out.
  var ignored: Int?
  /// Whether targets and outputs are class numbers; else rows whose largest number says the class.
  var targetsAreNumbers = true
  var outputsAreNumbers = true
  /// Outputs from here on are of class 1, others of class 0; nil where outputs say classes.
  var threshold: Float?

  /// Whether each judged output has its target.
  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    let said = outputsAreNumbers ? outputs : outputs / rowLength
    return targetsAreNumbers ? targets == said : targets >= said && targets % said == 0
  }

  /// Counts a sample in `[classes, classes]`: rows are the targets' classes, columns what was said.
  func count(
    _ outputs: Elements<Float>, _ target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>
  ) {
    let length = outputsAreNumbers ? 1 : outputs.count / rows
    let count = outputs.count / length
    let width = (target.row?.count ?? outputs.count) / count
    for place in 0..<count {
      let said = self.said(outputs[place * length..<(place + 1) * length])
      guard let truth = truth(target, place, width, isOnly: count == 1), let said,
        truth != ignored
      else { continue }
      // Keras keeps whole numbers alone.
      counts[truth * classes + said] += Double(weight.rounded(.towardZero))
    }
  }

  private func said(_ row: Elements<Float>) -> Int? {
    if let threshold { return row[0] >= threshold ? 1 : 0 }
    return outputsAreNumbers ? number(row[0]) : known(LargestOutput.index(in: row))
  }

  private func truth(_ target: Target, _ place: Int, _ width: Int, isOnly: Bool) -> Int? {
    if targetsAreNumbers { return number(target.value(at: place)) }
    return known(isOnly ? target.label : target.part(place * width..<(place + 1) * width).label)
  }

  /// The class that a number stands for, without what is behind the point.
  private func number(_ value: Float) -> Int? {
    Int(exactly: value.rounded(.towardZero)).flatMap(known)
  }

  private func known(_ label: Int) -> Int? { (0..<classes).contains(label) ? label : nil }

  /// The mean of the counted classes' overlaps; classes that never were are left out.
  func value(of sums: ArraySlice<Double>) -> Double {
    let cells = sums.map { Float($0) }
    var (total, found): (Float, Float) = (0, 0)
    for label in counted {
      let both = cells[label * classes + label]
      let said = (0..<classes).reduce(Float(0)) { $0 + cells[$1 * classes + label] }
      let wanted = (0..<classes).reduce(Float(0)) { $0 + cells[label * classes + $1] }
      let either = said + wanted - both
      guard either > 1e-9 else { continue }
      total += both / (either + Crossentropy.epsilon)
      found += 1
    }
    return Double(total / (found + Crossentropy.epsilon))
  }
}
