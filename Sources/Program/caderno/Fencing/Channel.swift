#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A way to and from a process that was forked off this one.
final class Channel: Sendable {
  private let end: CInt

  private init(_ end: CInt) { self.end = end }

  deinit { close(end) }

  #if os(Linux)
    /// Forks off a process that does some work and ends. Nothing of this process' input and output is
    /// open there; signals from the terminal are left to this one, and it ends with it.
    ///
    /// Only while this process has one thread: a lock that another one holds would stay held.
    ///
    /// - Returns: nil where the system gives none.
    static func fork(_ work: (Channel) -> Void) -> (channel: Channel, process: pid_t)? {
      var ends: [CInt] = [0, 0]
      let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
      let process = Glibc.fork()
      if process == 0 {
        close(ends[0])
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_IGN) }
        let null = open("/dev/null", O_RDWR)
        for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(null, file) }
        work(Channel(ends[1]))
        _exit(0)
      }
      close(ends[1])
      let channel = Channel(ends[0])
      return process > 0 ? (channel, process) : nil
    }
  #endif

  /// Exactly so many bytes; nil where the other side has ended.
  func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        recvAll(UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
      }
      guard more > 0 else { return nil }
      done += more
    }
    return bytes
  }

  /// Some bytes, as soon as there are any; 0 where the other side has ended.
  private func recvAll(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(end, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(end, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all; silently nothing where the other side has ended.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(end, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(end, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the other side has sent something or has ended; waits for it so many milliseconds.
  func isReady(within milliseconds: CInt) -> Bool {
    var request = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
