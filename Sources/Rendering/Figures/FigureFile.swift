internal import RunRecords

/// Where a figure's file stands: `NAME.files/ID-OUTPUT.svg`.
public enum FigureFile {
  static func path(lesson: String, step: String, output: String) -> String {
    "\(lesson).files/\(component(step))-\(component(output)).svg"
  }

  /// Whether a path is one that a figure of this lesson's directive can have, or an image that stands for
  /// an output of its cell.
  public static func isFigure(_ path: String, lesson: String, step: String) -> Bool {
    let start = "\(lesson).files/\(component(step))-"
    guard path.hasPrefix(start) else { return false }
    let parts = path.dropFirst(start.count).split(
      separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && component(String(parts[0])) == parts[0]
      && ["svg", "png", "jpg", "gif"].contains(parts[1])
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
