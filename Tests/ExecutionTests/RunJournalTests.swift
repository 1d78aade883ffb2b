import Datasets
import Diagnostics
import Foundation
import Networks
import Notebooks
import RunRecords
import Synchronization
import Testing

@testable import Execution

struct `A run that nobody waits for` {
  private func plan(_ code: [String]) -> Plan {
    let text = code.enumerated().map { "```python {.keras #c\($0.offset)}\n\($0.element)\n```\n\n" }
    let source = SourceText(file: "a.md", bytes: Array(text.joined().utf8))
    return Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
  }

  private func settings() -> RunSettings {
    RunSettings(threads: 1, locator: DatasetLocator(isOffline: true))
  }

  /// Asks for the result while the second cell prints its lines.
  @Test func `leaves what was finished, and what the interrupted cell has shown`() throws {
    let plan = plan([
      "print('one')", "for i in range(70000): pass\nprint('two')\nwhile True: pass",
    ])
    let journal = RunJournal()
    var found: RunResult?
    // Each cell is a question, and so are 65,536 steps.
    var polls = 0
    var runner = Runner(
      plan, settings: settings(), journal: journal,
      isCancelled: {
        polls += 1
        if polls == 5 { found = journal.interrupted(plan) }
        return polls >= 7
      })
    let whole = runner.run()
    let left = try #require(found)
    for result in [left, whole] {
      #expect(result.failure?.failure.code == "interrupted")
      #expect(result.failure?.directive.id == "c1")
      #expect(result.tasks.map(\.id) == ["c0", "c1"])
      #expect(result.tasks.map(\.status) == [.ok, .error])
      let texts = result.tasks[1].outputs.map { output -> String in
        switch output {
        case .text(let text): text.text
        case .error(let error): error.code
        default: "?"
        }
      }
      #expect(texts == ["two\n", "interrupted"])
    }
  }

  /// Work that is asked to stop does so at the next question.
  @Test(arguments: [3, 5])
  func `stops at the first question that is answered with yes`(last: Int) {
    var polls = 0
    var runner = Runner(
      plan(["x = 0\nwhile True: x += 1"]), settings: settings(),
      isCancelled: {
        polls += 1
        return polls >= last
      })
    #expect(runner.run().failure?.failure.code == "interrupted")
    #expect(polls == last)
  }

  @Test func `is interrupted where it has not begun`() {
    let plan = plan(["print('one')"])
    let result = RunJournal().interrupted(plan)
    #expect(result.tasks.isEmpty)
    #expect(result.failure?.failure.code == "interrupted")
  }
}

struct `What one run may show` {
  private func texts(_ outputs: PartialOutputs) -> [String] {
    outputs.outputs.map { output in
      if case .text(let text) = output { text.text } else { "?" }
    }
  }

  @Test func `ends where a cell prints too much`() {
    let outputs = PartialOutputs(limits: .init(run: 100, text: 10, count: 3))
    outputs.write("1234567")
    outputs.write("89é")
    outputs.write("more")
    #expect(
      texts(outputs) == [
        "123456789\n[caderno: the rest is left out: a cell prints at most 10 bytes]\n"
      ])
    outputs.clear()
    outputs.write("next")
    #expect(texts(outputs) == ["next"])
  }

  @Test func `ends where all cells show too much`() {
    let outputs = PartialOutputs(limits: .init(run: 10, text: 8, count: 3))
    outputs.write("1234567\n")
    outputs.clear()
    outputs.add("value", bytes: 3) { .text(TextOutput(name: $0, text: "abc")) }
    #expect(texts(outputs) == ["[caderno: the rest is left out: a run shows at most 10 bytes]\n"])
  }

  @Test func `ends where a cell shows too many things`() {
    let outputs = PartialOutputs(limits: .init(run: 100, text: 80, count: 2))
    for text in ["a", "b", "c", "d"] {
      outputs.add("value", bytes: 1) { .text(TextOutput(name: $0, text: text)) }
    }
    #expect(
      texts(outputs) == [
        "a", "b", "[caderno: the rest is left out: a cell shows at most 2 outputs]\n",
      ])
    #expect(outputs.outputs.map(\.name) == ["value", "value-2", "stdout"])
  }
}

struct `A model that takes too much memory` {
  private func findings(_ body: String) -> [Diagnostic] {
    let source = SourceText(file: "a.md", bytes: Array(body.utf8))
    return Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)).diagnostics
      .filter { $0.severity == .error }
  }

  /// Layers of 1 GiB each, as many as one run may not hold.
  @Test func `is refused before anything runs`() {
    let count = MemoryLimit.bytes / (1 << 30) + 1
    let layers = (0..<count).map { "Dense(16384, name='wide\($0)')\n" }.joined()
    let found = findings(
      "```python {.model #m}\nInput((16384,))\n\(layers)```\n")
    #expect(found.map(\.code) == ["too-much-memory"])
    #expect(
      found.first?.message.english
        == "the model takes about \(count).0 GiB, more than the limit of "
        + "\(MemoryNeed.text(MemoryLimit.bytes)); its largest layer, 'wide0', takes 1.0 GiB")
  }

  @Test func `is refused with the batch that it is to be trained with`() {
    let found = findings(
      """
      ```yaml {.data #d}
      dataset: digits
      one_hot: true
      ```

      ```python {.model #m}
      Conv2D(4096, 1, input_shape=(28, 28, 1))
      Flatten()
      Dense(10, activation='softmax')
      ```

      ```yaml {.fit}
      loss: categorical_crossentropy
      batch_size: 8192
      ```
      """)
    #expect(found.map(\.code) == ["too-much-memory"])
    #expect(found.first?.message.english.hasPrefix("training 'm' takes about ") == true)
    #expect(found.first?.message.english.contains("its largest layer, 'conv2d', takes ") == true)
  }
}
