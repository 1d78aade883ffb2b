public import Notebooks
public import RunRecords

/// Where a figure's file stands: `NAME.files/ID-OUTPUT.svg`.
public enum FigureFile {
  static func path(
    lesson: String, task: String, output: String, _ ending: String = "svg"
  ) -> String {
    "\(lesson).files/\(component(task))-\(component(output)).\(ending)"
  }

  /// Whether a path is one that a figure of this lesson's directive can have, or an image that stands for
  /// an output of its cell.
  static func isFigure(_ path: String, lesson: String, task: String) -> Bool {
    let start = "\(lesson).files/\(component(task))-"
    guard path.hasPrefix(start) else { return false }
    let parts = path.dropFirst(start.count).split(
      separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && component(String(parts[0])) == parts[0]
      && ["svg", "png", "jpg", "gif"].contains(parts[1])
  }

  /// The figures of regions: files of this lesson that are named as their directives', once each.
  public static func paths(
    of regions: [OutputRegion], lesson: String, except kept: Set<String> = []
  ) -> [String] {
    var seen = kept
    return regions.flatMap { region in
      region.figureFiles.filter {
        isFigure($0, lesson: lesson, task: region.id) && seen.insert($0).inserted
      }
    }
  }

  /// The figures of runs, by the names that their files got.
  public static func paths(of records: [RunRecord], lesson: String) -> Set<String> {
    Set(
      records.flatMap(\.tasks).flatMap { task in
        task.outputs.compactMap { output in
          if let picture = output.picture {
            return path(lesson: lesson, task: task.id, output: output.name, picture.ending)
          }
          guard case .figure = output else { return nil }
          return path(lesson: lesson, task: task.id, output: output.name)
        }
      })
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
