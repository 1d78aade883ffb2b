internal import CStacks

/// What this thread has yet to let go of: parts of chains too long for letting go of them inside of
/// each other.
public enum ReleaseQueue {
  /// Keeps what an object holds that is going, where the stack is deep; lets go of what was kept
  /// before. To be called in a `deinit` unless `caderno_stack_is_shallow()`.
  public static func keep(_ held: @autoclosure () -> Any) {
    let isDeep = caderno_stack_is_deep()
    guard let queue = queue(makes: isDeep) else { return }
    if !queue.isEmptying { queue.empty() }
    if isDeep { queue.items.append(held()) }
    caderno_stack_expect(!queue.items.isEmpty)
  }

  /// Lets go of all, at the end of a thread.
  static func finish() {
    guard let pointer = caderno_waiting() else { return }
    let queue = Unmanaged<Queue>.fromOpaque(pointer)
    queue.takeUnretainedValue().empty()
    caderno_set_waiting(nil)
    queue.release()
  }

  private static func queue(makes: Bool) -> Queue? {
    if let known = caderno_waiting() { return Unmanaged.fromOpaque(known).takeUnretainedValue() }
    guard makes else {
      caderno_stack_expect(false)
      return nil
    }
    let queue = Queue()
    caderno_set_waiting(Unmanaged.passRetained(queue).toOpaque())
    return queue
  }

  private final class Queue {
    var items: [Any] = []
    private(set) var isEmptying = false

    func empty() {
      isEmptying = true
      while let last = items.popLast() { _ = consume last }
      isEmptying = false
    }
  }
}
