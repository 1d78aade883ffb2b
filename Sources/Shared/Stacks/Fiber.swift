internal import CStacks

/// A body that stops in the middle and goes on later, on a stack of its own and on the thread of whoever asks.
///
/// Only one side runs at a time. A body that is never resumed again keeps what it holds, and its stack.
public final class Fiber {
  /// Bytes; what isn't touched takes no memory. Many fibers live at a time.
  private static let stackSize = 64 << 20

  /// Nil before the body begins and after it has ended.
  private var fiber: OpaquePointer?
  /// Nil when it has begun.
  private var body: ((Fiber) -> Void)?

  /// Whether the body has ended.
  public private(set) var isDone = false

  /// - Parameter body: may suspend the fiber that it is given, and no other.
  public init(_ body: @escaping (Fiber) -> Void) { self.body = body }

  /// Lets the body run until it suspends itself or ends.
  ///
  /// - Returns: false where there is no memory for a stack; nothing has run then.
  public func resume() -> Bool {
    if fiber == nil, !isDone { fiber = make() }
    guard let fiber else { return false }
    caderno_fiber_resume(fiber)
    if caderno_fiber_has_ended(fiber) {
      caderno_fiber_free(fiber)
      (self.fiber, isDone) = (nil, true)
    }
    return true
  }

  /// Called by the body: goes back to whoever resumed it.
  public func suspend() {
    if let fiber { caderno_fiber_suspend(fiber) }
  }

  private func make() -> OpaquePointer? {
    caderno_fiber_make(
      Self.stackSize,
      { pointer in
        guard let pointer else { return }
        Unmanaged<Fiber>.fromOpaque(pointer).takeUnretainedValue().run()
        ReleaseQueue.finish()
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// On the fiber's own stack, which holds nothing when it ends.
  private func run() {
    let body = body.take()
    body?(self)
  }
}
