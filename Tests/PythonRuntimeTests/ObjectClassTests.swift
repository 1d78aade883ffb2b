import Foundation
import Testing
import TestSupport

/// A class of the sources, as its text has it.
private struct ClassText {
  let name: String
  let body: Substring

  /// The classes of objects that programs can hold.
  static let all: [ClassText] = {
    let sources = Project.file("Sources")
    let targets = [
      "PythonRuntime", "PythonLibrary", "NumPyModule", "KerasModule", "MatplotlibModule", "Tables",
    ]
    return targets.flatMap { target in
      let folder = sources.appendingPathComponent("Python/\(target)")
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
        let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        return classes(text ?? "")
      }
    }
  }()

  private static func classes(_ source: String) -> [ClassText] {
    let pattern = /(?:^|\n)(?:[a-z]+ )*class (\w+): [^\n{]*Object\b[^\n{]*\{\n/
    return source.matches(of: pattern).map { match in
      let rest = source[match.range.upperBound...]
      let end = rest.range(of: "\n}\n")?.lowerBound ?? rest.endIndex
      return ClassText(name: String(match.output.1), body: rest[..<end])
    }
  }

  private nonisolated(unsafe) static let property =
    #/  (?:(?:public|private|fileprivate|internal|package)(?:\(set\))? )*(?:let|var) (\w+): ([^{]*)/#

  /// Stored properties that are values of the program or have some.
  var held: [String] {
    body.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: Self.property) else { return nil }
      let type = match.output.2
      let holds = type.contains(/\b(Value|IteratorObject|DictObject)\b/)
      return holds ? String(match.output.1) : nil
    }
  }
}

struct `Classes of objects` {
  @Test func `are found`() { #expect(ClassText.all.count >= 80) }

  @Test func `let go of the values that they hold without nesting`() {
    let holding = ClassText.all.filter { !$0.held.isEmpty }
    let forgotten = holding.filter { !$0.body.contains("LettingGo.hold(") }
    #expect(forgotten.map(\.name) == [])
  }
}
