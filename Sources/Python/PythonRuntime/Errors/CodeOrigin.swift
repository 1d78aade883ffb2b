/// Where a piece of a cell's source stands, as UTF-8 offsets, in eight bytes: each operation notes its own.
struct SourceSpan {
  let start: UInt32
  let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }
}

/// What tracebacks say of compiled code: the function's name, and where the offsets of its source stand.
struct CodeOrigin {
  let function: String
  /// The line of an offset, from 1.
  let line: (Int) -> Int
  /// The byte of an offset in its line, from 0.
  let column: (Int) -> Int

  /// The origin of a function that stands in the same source.
  func function(_ name: String) -> CodeOrigin {
    CodeOrigin(function: name, line: line, column: column)
  }

  func entry(_ span: SourceSpan) -> TraceEntry {
    let (start, end) = (Int(span.start), Int(span.end))
    // An end at a line's begin is the end of the line before it.
    let last = max(start, end - 1)
    return TraceEntry(
      function: function, line: line(start), column: column(start), endLine: line(last),
      endColumn: column(last) + end - last)
  }
}

/// A place that an exception passed: the operation that failed in one call of a function.
package struct TraceEntry: Sendable {
  /// The function's name; `<module>` for the cell itself.
  package let function: String
  /// The line on which the operation begins, from 1.
  package let line: Int
  /// The byte in `line` at which the operation begins, from 0.
  package let column: Int
  /// The line of the operation's last byte, from 1.
  package let endLine: Int
  /// The byte in `endLine` behind the operation's last one, from 0.
  package let endColumn: Int
}

extension Frame {
  /// The exception with this call's place in its trace, unless it has that already: it notes each call once.
  func passed(by error: PyError, _ origin: CodeOrigin) -> PyError {
    let frame = ObjectIdentifier(self)
    guard error.passed != frame else { return error }
    var error = error
    machine.chain(&error)
    error.value.detailed.trace.append(origin.entry(span))
    error.passed = frame
    return error
  }

  /// Runs the body while an exception is handled: what is raised in it has that for its context, and a bare
  /// `raise` raises it again.
  func handling<Result>(
    _ error: PyError, _ body: () throws(PyError) -> Result
  ) throws(PyError) -> Result {
    let before = (handled, machine.handled)
    (handled, machine.handled) = (error, error)
    defer { (handled, machine.handled) = before }
    do throws(PyError) {
      return try body()
    } catch {
      var error = error
      machine.chain(&error)
      throw error
    }
  }
}
