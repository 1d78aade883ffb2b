internal import CStacks

/// A thread with a stack that this program chose, whatever the limits of the caller's.
///
/// Room that is never touched takes no memory.
public enum DeepStack {
  /// Bytes: what the limits of documents and cells allow takes a tenth of it in an unoptimized build.
  private static let size = 512 << 20

  /// Runs the body on a deep stack, and waits for it: on the caller's own where that is deep, or
  /// where no thread can be had.
  public static func run<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if caderno_stack_size() >= size / 2 { return try body() }
    var result: Swift.Result<Result, Failure>?
    withoutActuallyEscaping(body) { body in
      let task = ThreadBody {
        do throws(Failure) { result = .success(try body()) } catch { result = .failure(error) }
      }
      if !start(task, size, waits: true) { task.run() }
    }
    guard let result else { preconditionFailure("the body on a deep stack left no result") }
    return try result.get()
  }

  /// Starts the body on a deep stack, and doesn't wait; false where no thread can be had.
  public static func start(_ body: @escaping () -> Void) -> Bool {
    start(ThreadBody(body), size, waits: false)
  }

  private final class ThreadBody {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private static func start(_ body: ThreadBody, _ size: Int, waits: Bool) -> Bool {
    let own = Unmanaged.passRetained(body)
    let isStarted = caderno_stack_start(
      size, waits,
      { pointer in
        guard let pointer else { return }
        Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
        ReleaseQueue.finish()
      }, own.toOpaque())
    if !isStarted { own.release() }
    return isStarted
  }
}
