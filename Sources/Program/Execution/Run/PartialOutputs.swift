internal import Diagnostics
internal import RunRecords
internal import Synchronization

/// What a directive showed, in order, as it grows.
///
/// What is printed waits until something else is shown, standard output before standard error, as in
/// Jupyter's kernel. One run may show so much and no more: what comes then is left out, and a line says so.
final class PartialOutputs: Sendable {
  /// What a run may show.
  struct Limits {
    /// Bytes of all outputs of a run: texts, and figures as they are written.
    var run = 256 << 20
    /// Bytes that one cell prints.
    var text = 16 << 20
    /// Outputs of one cell.
    var count = 10_000
  }

  private let state = Mutex(ShownSoFar())
  private let limits: Limits

  init(limits: Limits = Limits()) { self.limits = limits }

  /// All that was shown.
  var outputs: TaskOutputs {
    state.withLock { state in
      var copy = state
      copy.flush()
      return copy.outputs
    }
  }

  /// The same before an error that ends the task, which takes the place of outputs to be cleared.
  var outputsBeforeError: TaskOutputs {
    state.withLock { state in
      state.flush()
      state.clearIfDue()
      return state.outputs
    }
  }

  /// What goes by names of that, and what was changed of other cells.
  var displays: NamedDisplays {
    state.withLock {
      NamedDisplays(
        places: $0.displays, updates: $0.updates.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  /// What the directive that runs has shown; nothing while earlier ones are done over for it.
  var visible: TaskOutputs { state.withLock { $0.areHidden } ? [] : outputs }

  /// Begins anew.
  ///
  /// - Parameter areHidden: whether what comes was shown before.
  func clear(areHidden: Bool = false) {
    state.withLock { state in
      let bytes = state.bytes
      state = ShownSoFar()
      (state.bytes, state.areHidden) = (bytes, areHidden)
    }
  }

  /// Takes away what was shown, at once or when something else is.
  func clearShown(waits: Bool) {
    state.withLock { state in
      state.flush()
      state.isClearDue = true
      if !waits { state.clearIfDue() }
    }
  }

  /// Adds printed text.
  ///
  /// - Returns: what is new of it to whoever watches: nothing of a cell that is done over.
  @discardableResult
  func write(_ part: String, isError: Bool = false) -> String {
    let count = part.utf8.count
    return state.withLock { state in
      guard !state.isFull else { return "" }
      let (cell, run) = (limits.text - state.printed, limits.run - state.bytes)
      let start = state.waiting[isError].utf8.count
      if count <= min(cell, run) {
        state.waiting[isError] += part
        state.printed += count
        state.count(bytes: count)
      } else {
        state.waiting[isError] += part.prefixUTF8(min(cell, run))
        state.count(bytes: min(cell, run))
        state.close(
          cell <= run
            ? "a cell prints at most \(limits.text) bytes"
            : "a run shows at most \(limits.run) bytes", isError: isError)
      }
      return state.areHidden ? "" : String(state.waiting[isError].utf8.dropFirst(start)) ?? ""
    }
  }

  /// Shows what was printed on one of the two.
  func flush(isError: Bool) { state.withLock { $0.flush(isError: isError) } }

  /// Adds an output behind what was printed.
  ///
  /// - Parameters:
  ///   - bytes: how large it is.
  ///   - display: the name under which the program may change it.
  ///   - make: makes it, under a name that is unique in the task.
  func add(_ stem: String, bytes: Int, display: String? = nil, _ make: (String) -> Output) {
    state.withLock { state in
      guard !state.isFull else { return }
      guard state.outputs.count < limits.count else {
        return state.close("a cell shows at most \(limits.count) outputs")
      }
      guard bytes <= limits.run - state.bytes else {
        return state.close("a run shows at most \(limits.run) bytes")
      }
      state.flush()
      state.clearIfDue()
      state.count(bytes: bytes)
      if let display {
        state.change(display, stem, make)
        state.displays[display, default: []].append(state.outputs.count)
      }
      state.outputs.append(make(state.name(stem)))
    }
  }

  /// Puts another output in the place of those that go by a name, here and in cells before.
  func update(_ display: String, _ stem: String, bytes: Int, _ make: (String) -> Output) {
    state.withLock { state in
      guard !state.isFull else { return }
      let count = 1 + (state.displays[display] ?? []).count
      guard bytes * count <= limits.run - state.bytes else {
        return state.close("a run shows at most \(limits.run) bytes")
      }
      state.flush()
      state.count(bytes: bytes * count)
      state.change(display, stem, make)
    }
  }
}

/// The state of what a directive shows.
private struct ShownSoFar {
  /// Printed text that waits.
  struct Waiting {
    private var texts = ["", ""]
    subscript(isError: Bool) -> String {
      get { texts[isError ? 1 : 0] }
      _modify { yield &texts[isError ? 1 : 0] }
    }
  }

  var outputs: TaskOutputs = []
  var waiting = Waiting()
  /// Where outputs stand that the program may change, by their names.
  var displays: [String: [Int]] = [:]
  /// The last change of what other cells may have shown, by names.
  var updates: [String: DisplayUpdate] = [:]
  /// How many outputs have a name of each stem.
  private var names: [String: Int] = [:]
  /// Bytes that the cell printed, those of what it shows, and those of all that the run has shown.
  var printed = 0
  private var shown = 0
  var bytes = 0
  var isFull = false
  var areHidden = false
  /// Whether the next output takes the place of all before it.
  var isClearDue = false

  /// `stdout`, then `stdout-2`: names are unique in a task.
  mutating func name(_ stem: String) -> String {
    let number = names[stem, default: 0] + 1
    names[stem] = number
    return number == 1 ? stem : "\(stem)-\(number)"
  }

  /// Puts an output in the place of all that go by a name.
  mutating func change(_ display: String, _ stem: String, _ make: (String) -> Output) {
    for place in displays[display] ?? [] { outputs[place] = make(name(stem)) }
    updates[display] = DisplayUpdate(display: display, stem: stem, output: make(stem))
  }

  mutating func count(bytes count: Int) {
    bytes += count
    shown += count
  }

  mutating func flush() {
    flush(isError: false)
    flush(isError: true)
  }

  /// What follows text of the same stream is one with it.
  mutating func flush(isError: Bool) {
    guard !waiting[isError].isEmpty else { return }
    clearIfDue()
    let text = waiting[isError]
    waiting[isError] = ""
    let stem = isError ? "stderr" : "stdout"
    if case .text(var last)? = outputs.last, last.name.prefix(while: { $0 != "-" }) == stem {
      outputs[outputs.count - 1] = .text(TextOutput(name: "", text: ""))
      last.text += text
      outputs[outputs.count - 1] = .text(last)
    } else {
      outputs.append(.text(TextOutput(name: name(stem), text: text)))
    }
  }

  mutating func clearIfDue() {
    guard isClearDue else { return }
    isClearDue = false
    (outputs, displays, names) = ([], [:], [:])
    bytes -= shown
    shown = waiting[false].utf8.count + waiting[true].utf8.count
    bytes += shown
  }

  /// Leaves out what comes, with a line that says so.
  mutating func close(_ what: String, isError: Bool = false) {
    isFull = true
    if let last = waiting[isError].utf8.last, last != 0x0A { waiting[isError] += "\n" }
    waiting[isError] += "[caderno: the rest is left out: \(what)]\n"
  }
}

extension String {
  /// The longest beginning that takes no more bytes in UTF-8.
  fileprivate func prefixUTF8(_ count: Int) -> Substring {
    guard count > 0 else { return "" }
    var end = utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
      end = utf8.index(before: end)
    }
    return self[..<end]
  }
}
