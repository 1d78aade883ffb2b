internal import CKernels
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The helpers of a thread pool and what they share with the caller.
///
/// A round begins when `round` moves on. Everyone takes numbers from `next` until none is left;
/// the round ends when no helper is busy. All plain fields change under the lock, before a round
/// begins, while the helpers are idle; that is why unchecked sendability holds.
final class ThreadCrew: @unchecked Sendable {
  typealias Body = (_ chunk: Int, _ thread: Int) -> Void

  private let round = Atomic<Int>(0)
  private let next = Atomic<Int>(0)
  private let busy = Atomic<Int>(0)
  private var body: UnsafePointer<Body>?
  private var chunks = 0
  private var isDismissed = false
  private var threads: [pthread_t] = []
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Looks at the other side this often before going to sleep: some tens of microseconds.
  private static let patience = 4000

  init(helpers: Int) {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    for number in 0..<helpers { start(number + 1) }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// The number of helpers that the system gave; fewer only where it refused.
  private func start(_ number: Int) {
    let order = Unmanaged.passRetained(HelperOrder(crew: self, number: number))
    #if canImport(Glibc)
      var thread = pthread_t()
      let failed = pthread_create(&thread, nil, runHelper, order.toOpaque()) != 0
    #else
      var handle: pthread_t?
      let failed = pthread_create(&handle, nil, runHelper, order.toOpaque()) != 0
      guard let thread = handle else { return order.release() }
    #endif
    if failed { order.release() } else { threads.append(thread) }
  }

  func run(chunks: Int, _ body: Body) {
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        pthread_mutex_lock(lock)
        self.body = pointer
        self.chunks = chunks
        next.store(0, ordering: .relaxed)
        busy.store(threads.count, ordering: .relaxed)
        round.add(1, ordering: .releasing)
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
        work(pointer, thread: 0)
        wait { busy.load(ordering: .acquiring) == 0 }
        self.body = nil
      }
    }
  }

  /// Ends the helpers and waits for them.
  func dismiss() {
    pthread_mutex_lock(lock)
    isDismissed = true
    round.add(1, ordering: .releasing)
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
    for thread in threads { pthread_join(thread, nil) }
  }

  private func work(_ body: UnsafePointer<Body>, thread: Int) {
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if chunk >= chunks { return }
      body.pointee(chunk, thread)
    }
  }

  fileprivate func help(number: Int) {
    var seen = 0
    while true {
      wait { round.load(ordering: .acquiring) != seen }
      seen += 1
      if isDismissed { return }
      if let body { work(body, thread: number) }
      if busy.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { announce() }
    }
  }

  private func announce() {
    pthread_mutex_lock(lock)
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// A look at shared memory that the compiler keeps, as a moment's rest between two others.
  @inline(__always) private static func pause() { caderno_pause() }

  private func wait(until isDone: () -> Bool) {
    for _ in 0..<Self.patience {
      if isDone() { return }
      Self.pause()
    }
    pthread_mutex_lock(lock)
    while !isDone() { pthread_cond_wait(changed, lock) }
    pthread_mutex_unlock(lock)
  }
}

/// What a helper is told when it starts.
private final class HelperOrder {
  let crew: ThreadCrew
  let number: Int

  init(crew: ThreadCrew, number: Int) {
    self.crew = crew
    self.number = number
  }
}

#if canImport(Glibc)
  private func runHelper(_ order: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let order else { return nil }
    let helper = Unmanaged<HelperOrder>.fromOpaque(order).takeRetainedValue()
    helper.crew.help(number: helper.number)
    return nil
  }
#else
  private func runHelper(_ order: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let helper = Unmanaged<HelperOrder>.fromOpaque(order).takeRetainedValue()
    helper.crew.help(number: helper.number)
    return nil
  }
#endif
