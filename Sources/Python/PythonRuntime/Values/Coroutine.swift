internal import Stacks

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A body that stops in the middle and goes on later, on a thread of its own.
///
/// Only one side runs at a time: whoever resumes waits until the body yields or ends, so nothing
/// that both touch needs a lock.
final class Coroutine: @unchecked Sendable {
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

  private var mutex = pthread_mutex_t()
  private var condition = pthread_cond_t()
  private var isBodysTurn = false
  private var message = Message.value(.none)
  private var outcome = Outcome.returned(.none)
  private var hasStarted = false
  private(set) var isDone = false
  private let owner = RunOwner()
  /// Nil when it has ended.
  private var body: ((Coroutine) throws(PyError) -> Value)?

  init(_ body: @escaping (Coroutine) throws(PyError) -> Value) {
    self.body = body
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&condition, nil)
  }

  deinit {
    pthread_mutex_destroy(&mutex)
    pthread_cond_destroy(&condition)
  }

  /// Lets the body run until it yields or ends; nil where no thread can be had.
  func resume(_ message: Message) -> Outcome? {
    self.message = message
    if !hasStarted {
      hasStarted = true
      if case .error(let error) = message {
        isDone = true
        return .failed(error)
      }
      guard DeepStack.startGenerator({ self.run() }) else { return nil }
    }
    handOver(toBody: true)
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
    handOver(toBody: false)
    switch message {
    case .value(let value): return value
    case .error(let error): throw error
    }
  }

  /// Gives the other side its turn and waits for the own one to come back.
  private func handOver(toBody: Bool) {
    pthread_mutex_lock(&mutex)
    isBodysTurn = toBody
    pthread_cond_broadcast(&condition)
    while isBodysTurn == toBody, !(toBody && isDone) { pthread_cond_wait(&condition, &mutex) }
    pthread_mutex_unlock(&mutex)
  }

  private func run() {
    owner.adopt()
    pthread_mutex_lock(&mutex)
    while !isBodysTurn { pthread_cond_wait(&condition, &mutex) }
    pthread_mutex_unlock(&mutex)
    outcome = runBody()
    // The thread may end any time later: it holds nothing when the others go on.
    body = nil
    message = .value(.none)
    pthread_mutex_lock(&mutex)
    isDone = true
    isBodysTurn = false
    pthread_cond_broadcast(&condition)
    pthread_mutex_unlock(&mutex)
  }

  private func runBody() -> Outcome {
    do throws(PyError) {
      return .returned(try body?(self) ?? .none)
    } catch {
      return .failed(error)
    }
  }
}
