import Foundation
import TestSupport

/// A fence of the README or of the documentation, and how what it shows is tried.
struct DocumentedFence: Sendable {
  enum Use {
    /// A whole lesson.
    case lesson
    /// A directive that needs others before it.
    case directive
    case frontMatter
    /// A style sheet for pages.
    case theme
    /// Lines for a shell, or for programs that start one.
    case commands
    /// What a program shows, or another's file: nothing that can be tried.
    case shown
  }

  let file: String
  let info: String
  let text: String

  var name: String { "\(file): \(text.split(separator: "\n").first ?? "")" }

  var use: Use {
    if info == "markdown", text.contains("```") { return .lesson }
    if info.contains("{.") { return .directive }
    if info == "yaml", text.hasPrefix("---\n") { return .frontMatter }
    if info == "css" { return .theme }
    if info == "sh" || Documentation.commands(in: text).count > 0 { return .commands }
    return .shown
  }

  static let all: [DocumentedFence] = Documentation.files.flatMap { file, text in
    var fences: [DocumentedFence] = []
    var open: (mark: Substring, info: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      let mark = trimmed.prefix { $0 == "`" }
      if let fence = open {
        guard mark.count >= fence.mark.count, trimmed.count == mark.count else {
          open?.lines.append(line)
          continue
        }
        let text = fence.lines.map { $0 + "\n" }.joined()
        fences.append(DocumentedFence(file: file, info: fence.info, text: text))
        open = nil
      } else if mark.count >= 3 {
        open = (mark, String(trimmed.dropFirst(mark.count)), [])
      }
    }
    return fences
  }
}

/// The README and the pages in `docs`.
enum Documentation {
  static let root = Project.root

  static let files: [(file: String, text: String)] = {
    let docs = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/docs")) ?? []
    let names = ["README.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return names.map { name in
      (name, (try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)) ?? "")
    }
  }()

  /// Calls of the program: its subcommand and the long options that follow.
  static func commands(in text: String) -> [(command: String, options: [String])] {
    text.matches(of: /(?:^|[\s`"(])caderno ((?:data )?[a-z]+)\b([^\n|;`]*)/).map { match in
      (String(match.1), match.2.matches(of: /--[a-z][a-z-]*/).map { String($0.0) })
    }
  }

  /// What a file has in spans of code and in fences.
  static func code(in file: String) -> String {
    let text = files.first { $0.file == file }?.text ?? ""
    let spans = text.matches(of: /`[^`\n]+`/).map { String($0.0) }
    return DocumentedFence.all.filter { $0.file == file }.map(\.text).joined()
      + spans.joined(separator: "\n")
  }
}
