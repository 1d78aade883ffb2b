extension Parameter {
  /// What is wrong with a value for this parameter, or nil.
  func problem(with value: ArgumentValue) -> ArgumentError.Problem? {
    if value == .none {
      return acceptsNone ? nil : .wrongType(got: value, expected: type)
    }
    switch type {
    case .bool:
      if case .bool = value { return nil }
    case .text:
      if case .string = value { return nil }
    case .texts:
      if value.texts != nil { return nil }
    case .int(let range):
      if case .int(let number) = value { return outside(range, Double(number), value) }
    case .number(let range):
      if let number = value.number { return outside(range, number, value) }
    case .numberOr(let range, let kind):
      if let number = value.number { return outside(range, number, value) }
      if value.asCall != nil { return kind.problem(with: value, expected: type) }
    case .numberOrNumbers(let range):
      if let numbers = value.number.map({ [$0] }) ?? value.numbers, !numbers.isEmpty {
        return numbers.allSatisfy(range.contains) ? nil : .outOfRange(got: value, range: range)
      }
    case .numbers(let range):
      if let numbers = value.numbers, !numbers.isEmpty {
        return numbers.allSatisfy(range.contains) ? nil : .outOfRange(got: value, range: range)
      }
    case .span(let range):
      if let numbers = value.number.map({ [$0] }) ?? value.numbers,
        numbers.count == 2 || value.number != nil
      {
        return numbers.allSatisfy(range.contains) ? nil : .outOfRange(got: value, range: range)
      }
    case .axes:
      if let axes = value.axes {
        return outside(ValueRange(lower: -8, upper: 8), axes, value)
      }
    case .choice(let choices):
      if case .string(let text) = value { return unknown(text, in: choices) }
    case .pair(let range):
      if let pair = value.pair { return outside(range, pair, value) }
    case .margins(let range):
      if let sides = value.margins {
        return outside(range, [sides.top, sides.bottom, sides.left, sides.right], value)
      }
    case .shape:
      if let extents = value.integers, !extents.isEmpty {
        return outside(.count, extents, value)
      }
    case .component(let kind):
      return kind.problem(with: value, expected: type)
    }
    return .wrongType(got: value, expected: type)
  }

  private func outside(
    _ range: ValueRange, _ number: Double, _ value: ArgumentValue
  ) -> ArgumentError.Problem? {
    range.contains(number) ? nil : .outOfRange(got: value, range: range)
  }

  private func outside(
    _ range: ValueRange, _ numbers: [Int], _ value: ArgumentValue
  ) -> ArgumentError.Problem? {
    numbers.allSatisfy { range.contains(Double($0)) } ? nil : .outOfRange(got: value, range: range)
  }

  private func unknown(_ text: String, in choices: [String]) -> ArgumentError.Problem? {
    choices.contains(text.lowercased()) ? nil : .unknownChoice(got: text, choices: choices)
  }
}

extension ArgumentValue {
  /// An integer or a decimal number as a `Double`.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// The elements of a list of numbers.
  var numbers: [Double]? {
    guard case .list(let values) = self else { return nil }
    let numbers = values.compactMap(\.number)
    return numbers.count == values.count ? numbers : nil
  }

  /// The elements of a list of strings.
  var texts: [String]? {
    guard case .list(let values) = self else { return nil }
    let texts = values.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
    return texts.count == values.count ? texts : nil
  }

  /// Two numbers, the lower one first: those of a pair, or one and its negative.
  var span: [Double]? {
    if let number { return [-abs(number), abs(number)] }
    guard let numbers, numbers.count == 2 else { return nil }
    return numbers.sorted()
  }

  /// One integer, or those of a list that isn't empty.
  var axes: [Int]? {
    if case .int(let axis) = self { return [axis] }
    return integers.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The elements of a list of integers.
  var integers: [Int]? {
    guard case .list(let values) = self else { return nil }
    var integers: [Int] = []
    for value in values {
      guard case .int(let integer) = value else { return nil }
      integers.append(integer)
    }
    return integers
  }

  /// One integer twice, or the two integers of a list.
  var pair: [Int]? {
    if case .int(let value) = self { return [value, value] }
    guard let integers, integers.count == 2 else { return nil }
    return integers
  }

  /// One integer four times, each of a pair twice, or the four of a pair of pairs.
  var margins: Margins? {
    if let pair {
      return Margins(top: pair[0], bottom: pair[0], left: pair[1], right: pair[1])
    }
    guard case .list(let sides) = self, sides.count == 2,
      let rows = sides[0].integers, rows.count == 2,
      let columns = sides[1].integers, columns.count == 2
    else { return nil }
    return Margins(top: rows[0], bottom: rows[1], left: columns[0], right: columns[1])
  }
}
