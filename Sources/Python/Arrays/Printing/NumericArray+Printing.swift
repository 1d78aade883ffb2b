extension NumericArray {
  /// The text that `str` and `print` give.
  package func text(_ options: PrintOptions = PrintOptions()) -> String {
    if ndim == 0 { return scalarText }
    return laidOut(separator: " ", prefix: "", width: options.lineWidth, options)
  }

  /// The text that `repr` gives: `array([1, 2])`.
  package func representation(_ options: PrintOptions = PrintOptions()) -> String {
    let elements = laidOut(
      separator: ", ", prefix: "array(", width: options.lineWidth - 1, options)
    let name = [.bool, .int64, .float64].contains(dtype) && size > 0 ? nil : dtype.rawValue
    return represented(elements, dtypeName: name, options)
  }

  /// The elements' text within `array(...)`, with shape and dtype where they must be told.
  func represented(_ elements: String, dtypeName: String?, _ options: PrintOptions) -> String {
    var extras: [String] = []
    if (size == 0 && shape != [0]) || size > options.threshold {
      extras.append("shape=\(shapeText(shape))")
    }
    if let dtypeName { extras.append("dtype=\(dtypeName)") }
    guard !extras.isEmpty else { return "array(\(elements))" }
    let start = "array(\(elements),"
    let end = extras.joined(separator: ", ") + ")"
    let last = start.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0
    let breaks = last + end.count + 1 > options.lineWidth
    return start + (breaks ? "\n      " : " ") + end
  }

  /// A scalar's text, for arrays of one element: `0.5`, `True`.
  package var scalarText: String {
    switch scalars()[0] {
    case .bool(let value): value ? "True" : "False"
    case .int(let value): dtype.text(of: value)
    case .real(let value): FloatDigits.scalar(value, dtype)
    }
  }

  /// A NumPy scalar's `repr`, for arrays of one element: `np.float32(0.5)`, `np.True_`.
  package var scalarRepresentation: String {
    dtype == .bool ? "np.\(scalarText)_" : "np.\(dtype.rawValue)(\(scalarText))"
  }

  /// The elements alone in brackets, as `array2string` gives them.
  package func elementsText(separator: String, _ options: PrintOptions) -> String {
    laidOut(separator: separator, prefix: "", width: options.lineWidth, options)
  }

  /// The elements in brackets, rows and lines.
  ///
  /// - Parameter format: the text of an element; nil for numbers, all equally wide.
  func laidOut(
    separator: String, prefix: String, width: Int, _ options: PrintOptions,
    format: ((ScalarValue) -> String)? = nil
  ) -> String {
    if size == 0 { return "[]" }
    let isSummary = size > options.threshold
    let layout = ArrayLayout(
      format: format ?? numberFormat(isSummary, options), separator: separator,
      isSummary: isSummary, edge: options.edgeItems)
    return layout.text(
      self, indent: " " + String(repeating: " ", count: prefix.count), width: width)
  }

  private func numberFormat(
    _ isSummary: Bool, _ options: PrintOptions
  ) -> (ScalarValue) -> String {
    let shown = isSummary ? corners(options.edgeItems) : self
    let format = ElementFormat(shown.scalars(), dtype, isScalar: ndim == 0, options)
    return { format($0) }
  }

  /// The elements that a summary shows.
  private func corners(_ edge: Int) -> NumericArray {
    var result = self
    for axis in 0..<ndim where shape[axis] > 2 * edge {
      let front = result.swapped(0, axis).edges(edge)
      result = front.swapped(0, axis)
    }
    return result
  }
}

extension DType {
  /// An integer's digits; the upper half of `uint64` is stored as negative numbers.
  func text(of value: Int) -> String {
    self == .uint64 ? String(UInt(bitPattern: value)) : String(value)
  }
}
