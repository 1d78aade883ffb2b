internal import PythonRuntime

/// The name of a file that `savefig` is asked for: no file is written, but what Matplotlib refuses is refused.
enum SavedFigure {
  private static let formats = [
    "avif", "eps", "gif", "jpeg", "jpg", "pdf", "pgf", "png", "ps", "raw", "rgba", "svg", "svgz",
    "tif", "tiff", "webp",
  ]

  /// - Throws: `ValueError` for a format that Matplotlib doesn't write.
  static func check(_ call: Call) throws(PyError) {
    var format = try call.others.first { $0.name == "format" }.map { given throws(PyError) in
      try call.machine.str(given.value)
    }
    if format == nil, case .string(let name) = call.required("fname") {
      let last = name.split(separator: "/").last ?? ""
      let parts = last.split(separator: ".", omittingEmptySubsequences: false)
      if parts.count > 1, let suffix = parts.last, !suffix.isEmpty { format = String(suffix) }
    }
    guard let format, !formats.contains(format.lowercased()) else { return }
    throw call.error(
      "ValueError",
      "Format '\(format.lowercased())' is not supported (supported formats: \(formats.joined(separator: ", ")))"
    )
  }
}
