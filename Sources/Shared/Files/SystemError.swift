#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The system's own words for an error number.
public enum SystemError {
  public static func text(_ number: CInt) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
