#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The system's own words for an error number.
public enum SystemError {
  /// Describes an `errno` as `strerror` does, in the system's language ("No such file or
  /// directory").
  public static func text(_ number: CInt) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
