import Datasets
import Diagnostics
import Execution
import Notebooks
import RunRecords
import Testing

/// Runs in one process at the same time.
struct `Runs at once` {
  /// A lesson that changes whatever it can reach to its number, and looks again and again whether it stays.
  private static func lesson(_ number: Int) -> String {
    """
    ---
    caderno: {python: keras, seed: \(number)}
    ---

    ```python
    import argparse, json, math, re
    import keras
    import numpy as np
    import pandas as pd
    import matplotlib.pyplot as plt
    axes = type(plt.gca())
    plt.close()
    kinds = [keras.callbacks.Callback, keras.layers.Layer, keras.layers.Dense, keras.Model, pd.DataFrame, pd.Series,
             axes, re.error, json.JSONDecodeError, argparse.ArgumentParser]
    things = kinds + [math, np, keras, plt, json]
    ```

    ```python
    wrong = sum(hasattr(thing, 'mark') for thing in things)
    for turn in range(20):
        for thing in things:
            thing.mark = (\(number), turn)
        math.pi = \(number)
        re.error.__str__ = lambda self: 'error \(number)'
        np.set_printoptions(precision=\(number % 8 + 1))
        plt.rcParams['lines.linewidth'] = \(number)
        np.random.seed(\(number))
        first = np.random.rand()
        np.random.seed(\(number))
        for thing in things:
            wrong += thing.mark != (\(number), turn)
        wrong += math.pi != \(number)
        wrong += str(re.error('a')) != 'error \(number)'
        wrong += str(np.array([0.123456789])) != str(np.array([round(0.123456789, \(number % 8 + 1))]))
        wrong += plt.rcParams['lines.linewidth'] != \(number)
        wrong += np.random.rand() != first
        wrong += keras.layers.Dense(1).name != ('dense' if turn == 0 else f'dense_{turn}')
    print('wrong', wrong)
    ```
    """
  }

  private static func printed(_ number: Int) throws -> [String] {
    let source = SourceText(file: "lesson.md", bytes: Array(lesson(number).utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    let settings = RunSettings(
      threads: 1, locator: DatasetLocator(dataDirectory: "/nowhere", isOffline: true))
    var runner = Runner(plan, settings: settings)
    return runner.run().tasks.flatMap(\.outputs).map { output in
      if case .text(let text) = output { text.text } else { "\(output)" }
    }
  }

  @Test func `share nothing that a lesson can change`() async throws {
    try await withThrowingTaskGroup(of: [String].self) { group in
      for number in 1...6 { group.addTask { try Self.printed(number) } }
      for try await texts in group { #expect(texts == ["wrong 0\n"]) }
    }
  }
}
