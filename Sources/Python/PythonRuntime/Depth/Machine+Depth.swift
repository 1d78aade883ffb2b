internal import CStacks

/// How deep calls and operations may be inside of each other.
///
/// Two counts make a program end at the same place whatever the build and the machine; the room that
/// the thread's stack really has is looked at besides, so that nothing reaches its end.
extension Machine {
  /// What CPython 3.12 allows its operations that call each other in C.
  private static let mostNested = 10_000

  /// Runs the body as a call of one of the program's functions, or as the calls that CPython's own
  /// library makes there.
  @inline(__always)
  package func calling<Result>(
    frames: Int = 1, _ body: () throws(PyError) -> Result
  ) throws(PyError) -> Result {
    guard depth + frames <= recursionLimit, caderno_stack_has_room() else { throw tooDeep("") }
    depth += frames
    defer { depth -= frames }
    return try body()
  }

  /// Runs the body as an operation that may be inside of itself.
  ///
  /// - Parameter action: what the message says of it, with a blank in front.
  @inline(__always)
  package func nesting<Result>(
    _ action: @autoclosure () -> StaticString, _ body: () throws(PyError) -> Result
  ) throws(PyError) -> Result {
    try enter(action())
    defer { leave() }
    return try body()
  }

  /// Begins an operation that may be inside of itself; `leave` ends it.
  @inline(__always)
  package func enter(_ action: @autoclosure () -> StaticString) throws(PyError) {
    guard nesting < Self.mostNested, caderno_stack_has_room() else { throw tooDeep(action()) }
    nesting += 1
  }

  /// Ends the operation that `enter` began last.
  @inline(__always)
  package func leave() { nesting -= 1 }

  /// Looks whether the stack has room, for what CPython doesn't count.
  @inline(__always)
  func checkRoom() throws(PyError) {
    if !caderno_stack_has_room() { throw tooDeep("") }
  }

  @inline(never)
  func tooDeep(_ action: StaticString) -> PyError {
    error("RecursionError", "maximum recursion depth exceeded\(action)")
  }

  /// Throws what went wrong when keys were compared since it was asked last.
  @inline(__always)
  func checkKeys() throws(PyError) {
    if keyFailure != nil { throw takeKeyFailure() }
  }

  @inline(never)
  private func takeKeyFailure() -> PyError {
    defer { keyFailure = nil }
    return keyFailure ?? tooDeep("")
  }
}
