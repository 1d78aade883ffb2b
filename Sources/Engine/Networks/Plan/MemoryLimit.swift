#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much memory one run may hold.
public enum MemoryLimit {
  /// Bytes: 4 GiB, or half of what the machine or the group of processes has where that is less.
  public static let bytes: Int = min(4 << 30, machine / 2, groups / 2)

  /// The machine's memory in bytes.
  private static var machine: Int {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? Int(pages) * Int(size) : .max
  }

  #if canImport(Glibc)
    /// The least of the limits of the control groups that the process is in.
    private static var groups: Int {
      let lines = text("/proc/self/cgroup").split(separator: "\n")
      return lines.compactMap { limit(ofGroup: $0) }.min() ?? .max
    }

    /// A line such as `0::/user.slice` (version 2) or `4:memory:/docker/1a2b` (version 1).
    private static func limit(ofGroup line: Substring) -> Int? {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return nil }
      let isSecond = fields[0] == "0" && fields[1].isEmpty
      guard isSecond || fields[1].split(separator: ",").contains("memory") else { return nil }
      let root = isSecond ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
      let file = isSecond ? "memory.max" : "memory.limit_in_bytes"
      var path = fields[2].split(separator: "/")
      var least: Int?
      while true {
        let folder = ([root] + path.map(String.init)).joined(separator: "/")
        let written = text("\(folder)/\(file)").split(separator: "\n").first.flatMap { Int($0) }
        if let written { least = min(least ?? .max, written) }
        if path.popLast() == nil { return least }
      }
    }

    /// The first bytes of a small file; empty where it can't be read.
    private static func text(_ path: String) -> String {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return "" }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(file, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
  #else
    private static var groups: Int { .max }
  #endif
}
