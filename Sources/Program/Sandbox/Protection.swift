internal import CSandbox

/// What the kernel holds a process to.
public struct Protection: Hashable, Sendable {
  /// The version of Landlock that keeps files apart; nil where nothing does.
  public var landlock: Int?
  /// Whether a filter refuses other programs, sockets and other processes.
  public var hasFilter: Bool

  /// No protection, unless it is said otherwise.
  public init(landlock: Int? = nil, hasFilter: Bool = false) {
    self.landlock = landlock
    self.hasFilter = hasFilter
  }

  /// What this kernel could hold.
  public static var available: Protection {
    let abi = Int(csandbox_landlock_abi())
    return Protection(landlock: abi > 0 ? abi : nil, hasFilter: csandbox_has_seccomp() == 1)
  }

  /// Whether both parts hold.
  public var isWhole: Bool { landlock != nil && hasFilter }

  /// "Landlock (ABI 7), seccomp"; "none".
  public var text: String {
    let parts = (landlock.map { ["Landlock (ABI \($0))"] } ?? []) + (hasFilter ? ["seccomp"] : [])
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
