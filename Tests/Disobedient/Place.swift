import PythonRuntime
import Dispatch
import Glibc
import Kernels
import PythonSyntax
import Synchronization

/// Where in a process something is tried from.
enum Place: String, CaseIterable {
  case mainThread, poolThread, dispatchThread, task, generator, child

  /// Does the work there, and waits for its end.
  func run(_ work: @escaping @Sendable () -> Void) {
    switch self {
    case .mainThread: work()
    case .poolThread: onPool(work)
    case .dispatchThread:
      let done = DispatchSemaphore(value: 0)
      DispatchQueue.global().async {
        work()
        done.signal()
      }
      done.wait()
    case .task:
      let done = DispatchSemaphore(value: 0)
      Task.detached {
        work()
        done.signal()
      }
      done.wait()
    case .generator: inGenerator(work)
    case .child: inChild(work)
    }
  }

  /// On a helper of the engine's threads.
  private func onPool(_ work: @escaping @Sendable () -> Void) {
    let pool = ThreadPool(threads: 2)
    let isDone = Atomic<Bool>(false)
    while !isDone.load(ordering: .relaxed) {
      pool.run(chunks: 2) { _, thread in
        if thread == 0 {
          usleep(1000)
        } else if !isDone.exchange(true, ordering: .relaxed) {
          work()
        }
      }
    }
  }

  /// In the body of a cell's generator: there its words are printed.
  private func inGenerator(_ work: @escaping @Sendable () -> Void) {
    let machine = Machine { _ in work() }
    let source = """
      def values():
          print('here', end='')
          yield 1
      list(values())
      """
    guard let module = try? parseModule(source) else { preconditionFailure("no program") }
    do throws(PyError) { _ = try Program(machine).run(module) { _ in 1 } } catch {
      preconditionFailure("the program failed")
    }
  }

  private func inChild(_ work: () -> Void) {
    fflush(nil)
    let process = fork()
    if process == 0 {
      work()
      fflush(nil)
      _exit(0)
    }
    waitpid(process, nil, 0)
  }
}
