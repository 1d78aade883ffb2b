internal import Arrays

extension NumPySession {
  /// Computes, and notes what went wrong.
  ///
  /// - Parameters:
  ///   - name: what NumPy calls the computation.
  ///   - place: where in NumPy's own Python it stands, if there.
  func watching<Result>(
    _ name: String, at place: SourceOfNumPy? = nil,
    _ body: (FloatWatch?) throws(ArrayError) -> Result
  ) throws(ArrayError) -> Result {
    let watch = FloatWatch(for: errorModes.watched)
    let result = try body(watch)
    if let watch, !watch.errors.isEmpty { try note(watch.errors, in: name, at: place) }
    return result
  }

  /// Notes what went wrong, or raises it where the program wants that.
  func note(
    _ errors: FloatErrors, in name: String, at place: SourceOfNumPy? = nil
  ) throws(ArrayError) {
    for kind in ErrorModes.Kind.allCases where errors.contains(kind.error) {
      let text = "\(kind.words) encountered in \(name)"
      switch errorModes[kind] {
      case .ignore: break
      case .raise: throw ArrayError(.floatingPointError, text)
      case let mode:
        notes.append(
          ArithmeticNote(
            mode: mode, kind: (kind.words, Int(errors.rawValue)), text: text, place: place))
      }
    }
  }

  /// An array as another dtype, with what went wrong noted.
  func cast(
    _ array: NumericArray, to dtype: DType, at place: SourceOfNumPy? = nil
  ) throws(ArrayError) -> NumericArray {
    try watching("cast", at: place) { (watch) throws(ArrayError) in
      try array.astype(dtype, watch: watch)
    }
  }

  /// Notes a warning that no mode turns off.
  func warn(_ text: String, at place: SourceOfNumPy? = nil) {
    notes.append(ArithmeticNote(mode: .warn, kind: (text, 0), text: text, place: place))
  }
}
