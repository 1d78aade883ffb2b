#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A program that runs beside this one, with its output in a pipe.
struct ChildProcess {
  let process: pid_t
  private let end: CInt

  /// Starts a program that the system finds by its name; standard input is empty.
  ///
  /// - Parameters:
  ///   - joinsErrors: whether standard error goes into the same pipe; else nobody reads it.
  ///   - environment: its variables, `NAME=VALUE`; nil for this program's own.
  /// - Returns: nil where it can't be started.
  init?(_ words: [String], joinsErrors: Bool, environment: [String]? = nil) {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    if joinsErrors {
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { $0.map { strdup($0) } + [nil] } ?? []
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let failed =
      variables.isEmpty
      ? posix_spawnp(&process, words[0], &actions, nil, arguments, environ) != 0
      : posix_spawnp(&process, words[0], &actions, nil, arguments, variables) != 0
    close(ends[1])
    guard !failed else {
      close(ends[0])
      return nil
    }
    self.process = process
    end = ends[0]
  }

  /// Reads all output but what comes after so many bytes, waits for the end, and gives both.
  func finish(atMost limit: Int) -> (output: [UInt8], code: Int32) {
    var bytes: [UInt8] = []
    while true {
      let more = readSome()
      // A program that goes on writing then hears that nobody reads.
      if more.isEmpty || bytes.count > limit { return (bytes, wait()) }
      bytes += more
    }
  }

  /// Some of the output, as soon as there is any; empty at its end.
  func readSome() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(end, &buffer, buffer.count)
      if count >= 0 { return Array(buffer[..<count]) }
      if errno != EINTR { return [] }
    }
  }

  /// Closes the pipe and waits for the end; gives the exit code, or 128 and a signal's number.
  func wait() -> Int32 {
    close(end)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Asks the program to stop, once more where the terminal has asked it already.
  ///
  /// Not SIGINT: one from the terminal has reached it too, and a second one would end it at once.
  func interrupt() { kill(process, SIGTERM) }

  /// What ``wait()`` gives for a program that ``interrupt()`` ended at once.
  static let stopped = 128 + SIGTERM

  /// Which of these have output, or none any more; waits a while for one.
  static func ready(_ children: [ChildProcess]) -> [Int] {
    var requests = children.map { pollfd(fd: $0.end, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), 200) > 0 else { return [] }
    return requests.indices.filter { requests[$0].revents != 0 }
  }

  /// This program's own file.
  static var ownPath: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return CommandLine.arguments.first ?? "caderno" }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What a program writes; nil where it fails, or writes more than so many bytes.
  static func output(
    of words: [String], environment: [String]? = nil, atMost limit: Int
  ) -> [UInt8]? {
    guard let child = ChildProcess(words, joinsErrors: false, environment: environment) else {
      return nil
    }
    let (output, code) = child.finish(atMost: limit)
    return code == 0 && output.count <= limit ? output : nil
  }
}
