public import Diagnostics
public import Foundation

/// A lesson that has, behind the lines where something is wrong, what is to be found there: lines that begin
/// with `//!`, in both languages. They aren't part of the lesson.
///
///     epochs: 6
///     //! 1...6 error: 'epochs' is given more than once [duplicate-option]
///     //!   erro: 'epochs' é dado mais de uma vez
///
/// Columns count characters from 1; `5` is the point before the fifth, and `5...+2:3` ends two lines further down.
public struct AnnotatedLesson: Sendable {
  private static let mark = "//!"
  private static let unendedMark = "//! The last line has no end."

  /// The lesson without the notes.
  public let bytes: [UInt8]

  /// Reads a lesson with notes.
  public init(_ file: URL) throws {
    let lines = [UInt8](try Data(contentsOf: file)).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let own = lines.filter { !$0.starts(with: Self.mark.utf8) }
    let isUnended = lines.contains { $0.elementsEqual(Self.unendedMark.utf8) }
    bytes = Array(own.joined(separator: [UInt8(ascii: "\n")]).dropLast(isUnended ? 1 : 0))
  }

  /// A lesson with notes of all that was found in it.
  public static func text(_ source: SourceText, _ findings: [Diagnostic]) -> String {
    let ends = source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }
    var text = ""
    var start = 0
    var rest = findings.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    func add(to end: Int) {
      text += String(decoding: source.bytes[start..<end], as: UTF8.self)
      start = end
    }
    for end in ends {
      add(to: end + 1)
      while let finding = rest.first, finding.range.lowerBound <= end {
        text += note(rest.removeFirst(), finding.range, source)
      }
    }
    guard start < source.bytes.count || !rest.isEmpty else { return text }
    add(to: source.bytes.count)
    if !text.hasSuffix("\n") { text += "\n\(unendedMark)\n" }
    return text + rest.map { note($0, $0.range, source) }.joined()
  }

  private static func note(_ finding: Diagnostic, _ range: Range<Int>, _ source: SourceText)
    -> String
  {
    let place = place(range, source)
    let words = [Language.english, .portuguese].flatMap { language -> [String] in
      // The head's words begin behind its place; the lines of the excerpt stand above the note.
      let lines = DiagnosticFormatter(source: source, language: language).format(finding)
        .split(separator: "\n").map(String.init)
      let head = lines[0].split(separator: " ", maxSplits: 1)[1]
      return [String(head)]
        + lines.dropFirst().filter { $0.hasPrefix("  hint:") || $0.hasPrefix("  dica:") }
    }
    return "\(mark) \(place) \(words[0])\n"
      + words.dropFirst().map { "\(mark)   \($0.drop { $0 == " " })\n" }.joined()
  }

  private static func place(_ range: Range<Int>, _ source: SourceText) -> String {
    let start = source.position(at: range.lowerBound)
    guard !range.isEmpty else { return "\(start.column)" }
    let end = source.position(at: range.upperBound)
    let last = "\(end.column - 1)"
    return end.line == start.line
      ? "\(start.column)...\(last)"
      : "\(start.column)...+\(end.line - start.line):\(last)"
  }
}
