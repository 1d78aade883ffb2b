/// Persistent threads that share numbered chunks of work.
///
/// Which thread takes a chunk is left to chance, so a result may depend on a chunk's number but not
/// on the thread's. A pool of one thread has no threads of its own and runs everything inline.
public final class ThreadPool: Sendable {
  /// The number of threads, the caller's included.
  public let count: Int
  private let crew: ThreadCrew

  /// - Parameter threads: the caller's included, so that one less is started; less than 1 counts as
  ///   1.
  public init(threads: Int = ThreadPool.available) {
    count = max(threads, 1)
    crew = ThreadCrew(helpers: count - 1)
  }

  deinit { crew.dismiss() }

  /// Calls the body once for each number in `0..<chunks` and returns when all calls have returned.
  ///
  /// One caller at a time; the body gets the chunk's number and that of the thread, below `count`.
  public func run(chunks: Int, _ body: (_ chunk: Int, _ thread: Int) -> Void) {
    if count == 1 || chunks <= 1 {
      for chunk in 0..<max(chunks, 0) { body(chunk, 0) }
    } else {
      crew.run(chunks: chunks, body)
    }
  }
}
