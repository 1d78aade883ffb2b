internal import ArgumentParser
internal import Datasets
internal import FoundationEssentials

/// `caderno data list`: the data sets that exist.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the data sets with sizes and licences.")

  @Flag(help: "Write JSON on standard output.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let rows = DatasetCatalog.all.map { DatasetRow($0, language: console.language) }
    console.print(json ? try text(rows) : table(rows))
  }

  private func text(_ rows: [DatasetRow]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
  }

  /// One line for each data set, with aligned columns.
  private func table(_ rows: [DatasetRow]) -> String {
    let cells = rows.map { row in
      [
        row.name, "\(row.train) + \(row.test)", row.shape.map(String.init).joined(separator: "x"),
        "\(row.classes.count)", row.license, row.summary,
      ]
    }
    let widths = (0..<6).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { line in
      let padded = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return padded.joined(separator: "  ").trimmingSuffix + "\n"
    }.joined()
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
