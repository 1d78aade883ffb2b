import Foundation
import Diagnostics
import Notebooks
import Testing

struct `Writing outputs back` {
  @Test
  func `puts a region after its fence with an empty line on each side`() throws {
    let first = notebook("a\n\n```yaml {.fit #treino}\nepochs: 5\n```\n\nb\n")
    let written = try first.writing(outputs(of: first))
    #expect(
      string(written) == """
        a

        ```yaml {.fit #treino}
        epochs: 5
        ```

        <!-- caderno:out id=treino key=0123456789ab -->

        | a |
        | - |
        | 1 |

        <!-- /caderno:out sum=mQBohFRv3YeU -->

        b

        """)
  }

  @Test
  func `marks a fence that had no empty line after it`() throws {
    let first = notebook("```yaml {.fit}\n```\nb")
    let written = string(try first.writing(outputs(of: first)))
    #expect(written.contains("```\n\n<!-- caderno:out id=fit-1 key=0123456789ab -->\n"))
    #expect(written.hasSuffix(" tight -->\n\nb"))
  }

  /// Such a name in a marker may be that of a cell without a name, which was another then.
  @Test(arguments: [("treino-2", true), ("fit-2", false), ("data-1", false), ("value-1", true)])
  func `takes a region elsewhere for its own, but not where its name is kind and number`(
    id: String, isFound: Bool
  ) throws {
    let fence = "```yaml {.fit #\(id)}\n```\n\n"
    let first = notebook(fence + "b\n")
    let region = string(try first.writing(outputs(of: first))).dropFirst(fence.count)
      .dropLast("\nb\n".count)
    let moved = notebook(fence + "b\n\n" + region)
    #expect(moved.abandonedRegions.count == (isFound ? 0 : 1))
    let written = notebook(try moved.writing(outputs(of: moved)))
    #expect(written.regions.map(\.owner) == [id])
    #expect(written.regions.map(\.isElsewhere) == [isFound])
  }

  @Test
  func `leaves a region where its author moved it`() throws {
    let first = notebook("```yaml {.fit #a}\n```\n\nb\n")
    let region = string(try first.writing(outputs(of: first))).dropFirst(
      "```yaml {.fit #a}\n```\n\n".count
    )
    .dropLast("\nb\n".count)
    let moved = notebook("```yaml {.fit #a}\n```\n\nb\n\n" + region)
    try #expect(moved.writing(outputs(of: moved)) == moved.source.bytes)
    let changed = string(try moved.writing(outputs(of: moved, body: "new")))
    #expect(changed.hasPrefix("```yaml {.fit #a}\n```\n\nb\n\n<!-- caderno:out"))
    #expect(changed.contains("\n\nnew\n\n"))
  }

  /// Else it would be the other's as soon as that shows nothing: series 601419 of the law of edits.
  @Test(arguments: ["text", ""])
  func `takes a region that stands behind another's home`(body: String) throws {
    let a = "```yaml {.fit #a}\n```\n"
    let b = "```yaml {.fit #b}\n```\n"
    func shown(_ id: String) -> [RenderedRegion] {
      [RenderedRegion(id: id, key: "0123456789ab", body: id == "a" ? body : "text")]
    }
    func outputs(of id: String) throws -> String {
      let alone = notebook("```yaml {.fit #\(id)}\n```\n")
      let region = RenderedRegion(id: id, key: "0123456789ab", body: "before")
      return string(Array(try alone.writing([region]).dropFirst(alone.source.bytes.count)))
    }
    let moved = notebook(try b + "\n" + a + outputs(of: "a") + outputs(of: "b") + "\nc\n")
    #expect(moved.regions.map(\.owner) == ["a", "b"])
    #expect(moved.regions.map(\.isElsewhere) == [false, false])
    let written = try moved.writing(shown("a") + shown("b"))
    let clean = notebook(b + "\n" + a + "\nc\n")
    try #expect(string(written) == string(clean.writing(shown("a") + shown("b"))))
    try #expect(notebook(written).writing(shown("a") + shown("b")) == written)
    // One that isn't run, or failed, keeps what it has where it is.
    try #expect(string(moved.writing(shown("a"))).contains("before"))
  }

  @Test
  func `takes the region of a removed directive along and names its figures`() throws {
    let first = notebook("a\n\n```yaml {.fit}\n```\n\nb\n")
    let body = "![curve](lesson.files/fit-1.svg)"
    let written = string(try first.writing(outputs(of: first, body: body)))
    let fence = try #require(written.range(of: "```yaml {.fit}\n```\n"))
    let second = notebook(written.replacingCharacters(in: fence, with: ""))
    #expect(second.abandonedRegions.flatMap(\.figureFiles) == ["lesson.files/fit-1.svg"])
    try #expect(string(second.writing([])) == "a\n\n\nb\n")
  }

  @Test
  func `removes the region of a directive without outputs`() throws {
    let first = notebook("```yaml {.fit}\n```\n\nb\n")
    let second = notebook(try first.writing(outputs(of: first)))
    try #expect(second.writing(outputs(of: second, body: "")) == first.source.bytes)
  }

  @Test
  func `refuses a region edited by hand and names its line`() throws {
    let first = notebook("```yaml {.fit}\n```\n")
    let written = string(try first.writing(outputs(of: first)))
    let edited = notebook(written.replacing("| 1 |", with: "| 2 |"))
    let error = #expect(throws: WriteRefusal.self) { try edited.writing(outputs(of: edited)) }
    let formatter = DiagnosticFormatter(source: edited.source, language: .english)
    #expect(
      formatter.format(error?.diagnostics ?? []) == """
        lesson.md:4:1: error: the outputs of 'fit-1' were edited by hand [edited-outputs]
            4 | <!-- caderno:out id=fit-1 key=0123456789ab -->
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          hint: move your text out of the region, or replace the outputs with --force

        """)
    try #expect(string(edited.writing(outputs(of: edited), force: true)) == written)
  }

  @Test
  func `doesn't mind what a formatter does to a table`() throws {
    let first = notebook("```yaml {.fit}\n```\n")
    let written = string(try first.writing(outputs(of: first)))
    let formatted = written.replacing(
      "| a |\n| - |\n| 1 |\n", with: "|  a  |\n|-----|\n| 1   |  \n\n")
    #expect(notebook(formatted).regions.map(\.isIntact) == [true])
  }

  @Test
  func `refuses ids that no directive has`() {
    let error = #expect(throws: WriteRefusal.self) {
      try notebook("a").writing([RenderedRegion(id: "b", key: "k", body: "c")])
    }
    #expect(error?.diagnostics.map(\.message.english) == ["no directive has the id 'b'"])
  }

  @Test
  func `fills numbers in and leaves everything else`() throws {
    let text =
      "a\u{301} `[1](run:x.a)` [98,9 %](run:x.a) | [1](run:y)\n"
      + "> q [2](<run:z> \"t\") \\[3](run:w)\n"
    let first = notebook(text)
    #expect(first.runLinks.map(\.target) == ["x.a", "y", "z"])
    #expect(first.runLinks.map(\.text) == ["98,9 %", "1", "2"])
    let written = string(
      try first.writing([], links: first.runLinks.map { FilledLink($0, text: "7") }))
    #expect(
      written
        == "a\u{301} `[1](run:x.a)` [7](run:x.a) | [7](run:y)\n"
        + "> q [7](<run:z> \"t\") \\[3](run:w)\n"
    )
  }
}
