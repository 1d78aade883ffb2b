import CDisobedient
import Glibc

/// Something that a lesson must not do, in a place where everybody may.
enum Attempt: String, CaseIterable {
  case writeNew, overwrite, truncate, remove, move, link, makeFolder, read, list, changeMode
  case connect, start, signal

  /// Tries it; 0 where it could be done, otherwise the error number.
  func result(_ places: Places) -> CInt {
    let secret = places.outside + "/secret"
    return switch self {
    case .writeNew: disobedient_open(places.unused("new"), O_WRONLY | O_CREAT | O_EXCL)
    case .overwrite: disobedient_open(secret, O_WRONLY)
    case .truncate: error(Glibc.truncate(secret, 6))
    case .remove: error(unlink(places.made("gone")))
    case .move: error(rename(places.made("moved"), places.unused("elsewhere")))
    case .link: error(Glibc.link(secret, "\(places.folder)/link-\(getpid())-\(Places.next())"))
    case .makeFolder: error(mkdir(places.unused("folder"), 0o777))
    case .read: disobedient_open(secret, O_RDONLY)
    case .list: disobedient_open(places.outside, O_RDONLY | O_DIRECTORY)
    case .changeMode: error(chmod(secret, 0o644))
    case .connect: connect(places.port)
    case .start: start()
    case .signal: error(kill(places.tester, SIGCONT))
    }
  }

  private func error(_ status: CInt) -> CInt { status == 0 ? 0 : errno }

  private func connect(_ port: UInt16) -> CInt {
    let file = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { return errno }
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        error(Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)))
      }
    }
  }

  private func start() -> CInt {
    var process: pid_t = 0
    let words = [strdup("true"), nil]
    defer { free(words[0]) }
    let failure = posix_spawn(&process, "/bin/true", nil, nil, words, environ)
    if failure == 0 { waitpid(process, nil, 0) }
    return failure
  }
}
