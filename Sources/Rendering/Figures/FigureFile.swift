internal import RunRecords

/// Where a figure's file stands: `NAME.files/ID-OUTPUT.svg`.
enum FigureFile {
  static func path(lesson: String, step: String, output: String) -> String {
    "\(lesson).files/\(component(step))-\(component(output)).svg"
  }

  /// A text as part of a file name or an anchor: letters, digits, `_` and `-`.
  static func component(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(80).map { scalar -> Unicode.Scalar in
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
      return isPlain ? scalar : "-"
    }
    return scalars.isEmpty ? "-" : String(String.UnicodeScalarView(scalars))
  }
}
