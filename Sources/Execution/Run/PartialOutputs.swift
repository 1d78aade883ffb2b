internal import Diagnostics
internal import RunRecords
internal import Synchronization

/// What a directive showed, in order, as it grows.
///
/// One run may show so much and no more: what comes then is left out, and a line says so.
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

  private struct State {
    var outputs: StepOutputs = []
    var text = ""
    /// How many outputs have a name of each stem.
    var names: [String: Int] = [:]
    /// Bytes that the cell printed, and those of all that the run has shown.
    var printed = 0
    var bytes = 0
    var isFull = false
    var areHidden = false

    /// `stdout`, then `stdout-2`: names are unique in a step.
    mutating func name(_ stem: String) -> String {
      let number = names[stem, default: 0] + 1
      names[stem] = number
      return number == 1 ? stem : "\(stem)-\(number)"
    }

    mutating func flush() {
      guard !text.isEmpty else { return }
      outputs.append(.text(TextOutput(name: name("stdout"), text: text)))
      text = ""
    }

    /// Leaves out what comes, with a line that says so.
    mutating func close(_ what: String) {
      isFull = true
      if let last = text.utf8.last, last != 0x0A { text += "\n" }
      text += "[caderno: the rest is left out: \(what)]\n"
    }
  }

  private let state = Mutex(State())
  private let limits: Limits

  init(limits: Limits = Limits()) { self.limits = limits }

  /// All that was shown.
  var outputs: StepOutputs {
    state.withLock { state in
      var copy = state
      copy.flush()
      return copy.outputs
    }
  }

  /// What the directive that runs has shown; nothing while earlier ones are done over for it.
  var visible: StepOutputs { state.withLock { $0.areHidden } ? [] : outputs }

  /// Begins anew.
  ///
  /// - Parameter areHidden: whether what comes was shown before.
  func clear(areHidden: Bool = false) {
    state.withLock { state in
      let bytes = state.bytes
      state = State()
      (state.bytes, state.areHidden) = (bytes, areHidden)
    }
  }

  /// Adds printed text.
  ///
  /// - Returns: what is new of it to whoever watches: nothing of a cell that is done over.
  @discardableResult
  func write(_ part: String) -> String {
    let count = part.utf8.count
    return state.withLock { state in
      guard !state.isFull else { return "" }
      let (cell, run) = (limits.text - state.printed, limits.run - state.bytes)
      let start = state.text.utf8.count
      if count <= min(cell, run) {
        state.text += part
        state.printed += count
        state.bytes += count
      } else {
        state.text += part.prefixUTF8(min(cell, run))
        state.bytes += min(cell, run)
        state.close(
          cell <= run
            ? "a cell prints at most \(limits.text) bytes"
            : "a run shows at most \(limits.run) bytes")
      }
      return state.areHidden ? "" : String(state.text.utf8.dropFirst(start)) ?? ""
    }
  }

  /// Adds an output behind what was printed.
  ///
  /// - Parameters:
  ///   - bytes: how large it is.
  ///   - make: makes it, under a name that is unique in the step.
  func add(_ stem: String, bytes: Int, _ make: (String) -> Output) {
    state.withLock { state in
      guard !state.isFull else { return }
      guard state.outputs.count < limits.count else {
        return state.close("a cell shows at most \(limits.count) outputs")
      }
      guard bytes <= limits.run - state.bytes else {
        return state.close("a run shows at most \(limits.run) bytes")
      }
      state.bytes += bytes
      state.flush()
      state.outputs.append(make(state.name(stem)))
    }
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
