internal import Stacks

/// A generator's body, which stops in the middle and goes on later.
final class Coroutine {
  enum Outcome {
    case yielded(Value)
    case returned(Value)
    case failed(PyError)
  }

  /// What the body is given when it goes on.
  enum Message {
    case value(Value)
    case error(PyError)
  }

  private var message = Message.value(.none)
  private var outcome = Outcome.returned(.none)
  private(set) var isDone = false
  /// Nil until the body begins, and when it has ended.
  private var fiber: Fiber?
  /// Nil when it has begun.
  private var body: ((Coroutine) throws(PyError) -> Value)?

  init(_ body: @escaping (Coroutine) throws(PyError) -> Value) { self.body = body }

  /// Lets the body run until it yields or ends; nil where there is no memory for its stack.
  func resume(_ message: Message) -> Outcome? {
    if let body = body.take() {
      if case .error(let error) = message {
        isDone = true
        return .failed(error)
      }
      fiber = Fiber { [unowned self] _ in outcome = run(body) }
    }
    self.message = message
    guard let fiber, fiber.resume() else { return nil }
    if fiber.isDone { (self.fiber, isDone) = (nil, true) }
    defer { outcome = .returned(.none) }
    return outcome
  }

  /// Tells the body that nobody waits any more; it can go on nevertheless.
  func close() {
    _ = resume(.error(PyError(InstanceObject(ExceptionTypes.type("GeneratorExit")))))
  }

  /// Called by the body: hands a value out and waits to be resumed.
  func yield(_ value: Value) throws(PyError) -> Value {
    outcome = .yielded(value)
    fiber?.suspend()
    switch message {
    case .value(let value): return value
    case .error(let error): throw error
    }
  }

  private func run(_ body: (Coroutine) throws(PyError) -> Value) -> Outcome {
    defer { message = .value(.none) }
    do throws(PyError) {
      return .returned(try body(self))
    } catch {
      return .failed(error)
    }
  }
}
