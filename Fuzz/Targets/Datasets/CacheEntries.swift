import Caching
import Datasets
import Diagnostics
import Execution
import Foundation
import Notebooks
import RunRecords

/// What a cache keeps between runs: entries that are missing, torn, or hold something else under a checksum
/// that is right, as a stranger's cache may.
enum CacheEntries: FuzzTarget {
  static let name = "cache"
  static let longest = 128

  static var seeds: [[UInt8]] { SeedBytes.seeds(48, 8, step: 2) }

  static func text(of bytes: [UInt8]) -> String {
    "\(changes(Choices(bytes)).map { ($0.0.address, $0.1) })"
  }

  /// What becomes of an entry.
  private enum Change {
    case kept, missing
    /// Other bytes in its file.
    case file([UInt8])
    /// Another result, which the file says is whole.
    case result([UInt8])
  }

  private struct Entry {
    let path: String
    let address: CacheAddress
    let file: [UInt8]
    let result: [UInt8]
  }

  static func run(_ bytes: [UInt8]) throws {
    let folder = ScratchFolder()
    defer { folder.remove() }
    let cache = ResultCache(folder: "\(folder.path)/cache")
    var isTrusted = true
    for (entry, change) in changes(Choices(bytes)) {
      let path = "\(cache.folder)/\(entry.path)"
      switch change {
      case .missing: continue
      case .kept: try write(entry.file, path)
      case .file(let file): try write(file, path)
      case .result(let result):
        isTrusted = isTrusted && result == entry.result
        try cache.keep(result, at: entry.address)
      }
    }
    let found = Self.result(cache)
    guard isTrusted else { return }
    try expect(outputs(found) == outputs(first), "a broken cache gives other outputs")
  }

  private static func changes(_ choices: Choices) -> [(Entry, Change)] {
    var choices = choices
    return entries.map { entry in
      switch choices.below(5) {
      case 0: (entry, .kept)
      case 1: (entry, .missing)
      case 2: (entry, .file(FileDamage.faulty(entry.file, &choices)))
      default: (entry, .result(FileDamage.faulty(entry.result, &choices)))
      }
    }
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private static func outputs(_ result: RunResult) -> [[[UInt8]]] {
    result.tasks.map { $0.outputs.map { $0.json() } }
  }

  private static func result(_ cache: ResultCache) -> RunResult {
    let settings = RunSettings(
      threads: 1, locator: DatasetLocator(dataDirectory: data, isOffline: true), cache: cache)
    var runner = Runner(plan, settings: settings)
    return runner.run()
  }

  // MARK: - What a run without any change keeps, made once

  private static let plan = Plan(MarkdownLessons.notebook(Array(lesson.utf8)))

  private static let data: String = {
    let folder =
      NSTemporaryDirectory() + "/caderno-fuzz-data-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, content) in IDXFiles.files(count: 3) {
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(content))
    }
    return folder
  }()

  private static let made: (RunResult, [Entry]) = {
    let folder = ScratchFolder()
    defer { folder.remove() }
    let cache = ResultCache(folder: "\(folder.path)/cache")
    let whole = result(cache)
    let entries = CacheSurvey(cache).files.sorted { $0.path < $1.path }.compactMap {
      file -> Entry? in
      guard let address = address(file.path),
        let data = try? Data(contentsOf: URL(fileURLWithPath: "\(cache.folder)/\(file.path)")),
        let result = try? cache.result(at: address)
      else { return nil }
      return Entry(path: file.path, address: address, file: [UInt8](data), result: result)
    }
    precondition(
      whole.failure == nil && entries.count > 4,
      "the cache's lesson: \(String(describing: whole.failure))")
    return (whole, entries)
  }()
  private static var first: RunResult { made.0 }
  private static var entries: [Entry] { made.1 }

  /// `kind/ab/KEY-PART.result`
  private static func address(_ path: String) -> CacheAddress? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let name = parts[2].split(separator: ".").first else { return nil }
    let words = name.split(separator: "-")
    return CacheAddress(
      String(parts[0]), key: String(words[0]), part: words.count > 1 ? Int(words[1]) : nil)
  }

  private static let lesson = """
    ---
    caderno: {seed: 3, python: keras}
    ---
    ```yaml {.data #d show=2}
    dataset: mnist
    limit: {train: 3, test: 3}
    ```

    ```python {.model #m}
    AveragePooling2D((14, 14), input_shape=(28, 28, 1))
    Flatten()
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit #f}
    model: m
    data: d
    epochs: 2
    optimizer: adam
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```

    ```yaml {.evaluate #e confusion=true}
    model: m
    data: d.test
    ```

    ```yaml {.predict #p}
    indices: [0, 1]
    model: m
    data: d.test
    ```

    ```python
    import keras, numpy as np
    k = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    k.compile('adam', 'mse')
    h = k.fit(np.ones((4, 2)), np.zeros(4), epochs=2, verbose=0)
    h.history['loss'], k.get_weights()
    ```
    """
}
