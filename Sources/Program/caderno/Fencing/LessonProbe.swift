internal import Sandbox
internal import Stacks

#if canImport(Glibc)
  internal import Glibc
#endif

/// Tells which files are lessons without opening any in this process, which starts others.
struct LessonProbe {
  private let options: SandboxOptions

  init(_ options: SandboxOptions) { self.options = options }

  /// For each of a folder's files whether it has a directive; true too where nobody could tell, so that its own run
  /// says what is wrong.
  func areLessons(_ paths: [String], in folder: String) -> [Bool] {
    #if os(Linux)
      if !options.noSandbox, let answers = answers(paths, folder) { return answers }
    #endif
    return NotebookList.areLessons(paths)
  }

  #if os(Linux)
    /// One byte for each file from a process behind a fence of its own; nil where none can be started.
    private func answers(_ paths: [String], _ folder: String) -> [Bool]? {
      guard
        let (channel, process) = Channel.fork({ channel in
          _ = Fence.reading([folder]).enter()
          DeepStack.run {
            for path in paths { channel.write([NotebookList.isLesson(path) ? 1 : 0]) }
          }
        })
      else { return nil }
      let answers = paths.map { _ in channel.read(1).map { $0 != [0] } ?? true }
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return answers
    }
  #endif
}
