import Foundation
import Testing
import TestSupport

/// Who works with memory past what the compiler checks, counted, so that it can only become less.
@Suite struct UncheckedPointerTests {
  /// Lines that `scripts/unchecked-pointers` finds: what system calls and C libraries are handed.
  /// A target that stands here needs none for numbers; those go through `Memory`.
  private static let most = [
    "caderno": 7, "PythonLibrary": 9, "PythonRuntime": 11, "CommonMark": 10, "Datasets": 7,
    "Digests": 8, "Execution": 2,
    "Files": 4, "Notebooks": 1, "Sandbox": 2, "Stacks": 9, "Texts": 2, "Training": 2, "YAML": 4,
  ]

  @Test func uncheckedPointersStandInTheKernelsAndInTheirOneWrapper() throws {
    let root = Project.root
    let script = root.appendingPathComponent("scripts/unchecked-pointers").path
    let result = try RunningProgram(
      "/usr/bin/env", ["bash", script, "--count"], in: LessonFolder(),
      environment: ["PATH": "/usr/bin:/bin"]
    ).finish()
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    try #require(lines.count > 4)
    for words in lines {
      let (target, count) = (String(words[0]), try #require(Int(words[1])))
      let most = Self.most[target] ?? 0
      #expect(count <= most, "\(target) had \(most): numbers go through Memory")
    }
  }
}
