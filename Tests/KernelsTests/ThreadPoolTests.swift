import Kernels
import Synchronization
import Testing

@Suite struct ThreadPoolTests {
  @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 5, 100])
  func `every chunk runs once, round after round`(threads: Int, chunks: Int) {
    let pool = ThreadPool(threads: threads)
    let runs = Mutex([Int](repeating: 0, count: chunks))
    let strangers = Atomic(0)
    for _ in 0..<20 {
      pool.run(chunks: chunks) { chunk, thread in
        if thread < 0 || thread >= threads { strangers.add(1, ordering: .relaxed) }
        runs.withLock { $0[chunk] += 1 }
      }
    }
    #expect(runs.withLock { $0 } == [Int](repeating: 20, count: chunks))
    #expect(strangers.load(ordering: .relaxed) == 0)
  }

  @Test func `a pool has at least one thread`() {
    #expect(ThreadPool(threads: 0).count == 1)
    #expect(ThreadPool.available >= 1)
  }
}
