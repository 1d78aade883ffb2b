import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a program did.
struct ProgramResult: Equatable {
  /// The exit code, or minus the number of the signal that killed it.
  var status: Int32
  var output: String
  var errors: String

  init(status: Int32, output: String = "", errors: String = "") {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// A program that runs: its output can be read a line at a time, and it can be sent signals.
final class RunningProgram {
  /// Kept until the program is let go of, because letting go of the folder removes it.
  let folder: LessonFolder
  private let process: pid_t
  private let outputEnd: CInt
  private let errorEnd: CInt
  private var buffer: [UInt8] = []
  /// Pipes are made and handed over by one test at a time: no other test's child inherits them.
  private static let spawning = Mutex(())

  /// Starts a program in a folder with nothing but this environment.
  init(
    _ path: String, _ arguments: [String], in folder: LessonFolder, environment: [String: String]
  ) {
    self.folder = folder
    (process, outputEnd, errorEnd) = Self.spawning.withLock { _ in
      let (output, errors) = (Pipe(), Pipe())
      let process = SpawnRequest(
        path: path, arguments: arguments, folder: folder.path, environment: environment,
        output: output.writeEnd, errors: errors.writeEnd
      ).start()
      close(output.writeEnd)
      close(errors.writeEnd)
      return (process, output.readEnd, errors.readEnd)
    }
  }

  deinit {
    close(outputEnd)
    close(errorEnd)
  }

  /// The next line of standard output without its end; nil after the last.
  ///
  /// What is not read yet holds the program up as soon as the pipe is full.
  func readLine() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      let more = readSome(outputEnd)
      if more.isEmpty { return nil }
      buffer += more
    }
  }

  /// Reads lines up to and with the first that contains a text.
  @discardableResult
  func readLine(containing text: String) -> String? {
    while let line = readLine() {
      if line.contains(text) { return line }
    }
    return nil
  }

  /// The process' number.
  var number: Int { Int(process) }

  func send(_ signal: CInt) { kill(process, signal) }

  /// Whether the program has not ended yet.
  var isRunning: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0
      && info.si_signo == 0
  }

  /// Reads all that is left and waits for the end.
  func finish() -> ProgramResult {
    var output = buffer
    var errors: [UInt8] = []
    var open = [pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0)]
    open.append(pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0))
    while !open.isEmpty {
      poll(&open, nfds_t(open.count), -1)
      for entry in open where entry.revents != 0 {
        let more = readSome(entry.fd)
        if entry.fd == outputEnd { output += more } else { errors += more }
        if more.isEmpty { open.removeAll { $0.fd == entry.fd } }
      }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return ProgramResult(
      status: signal == 0 ? status >> 8 & 0xFF : -signal,
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  private func readSome(_ file: CInt) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &bytes, bytes.count)
      if count >= 0 { return Array(bytes[..<count]) }
      if errno != EINTR { return [] }
    }
  }
}

/// The two ends of a pipe, neither of which a child inherits.
private struct Pipe {
  let readEnd: CInt
  let writeEnd: CInt

  init() {
    var ends: [CInt] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe to be had")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }
}
