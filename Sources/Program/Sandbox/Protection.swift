internal import CSandbox

/// What the kernel holds a process to.
package struct Protection: Hashable, Sendable {
  /// The version of Landlock that keeps files apart; nil where nothing does.
  package var landlock: Int?
  /// Whether a filter refuses other programs, sockets and other processes.
  package var hasFilter: Bool

  /// No protection, unless it is said otherwise.
  package init(landlock: Int? = nil, hasFilter: Bool = false) {
    self.landlock = landlock
    self.hasFilter = hasFilter
  }

  /// What this kernel could hold.
  package static var available: Protection {
    let abi = Int(csandbox_landlock_abi())
    return Protection(landlock: abi > 0 ? abi : nil, hasFilter: csandbox_has_seccomp() == 1)
  }

  /// Whether both parts hold.
  package var isWhole: Bool { landlock != nil && hasFilter }

  /// "Landlock (ABI 7), seccomp"; "none".
  package var text: String {
    let parts = (landlock.map { ["Landlock (ABI \($0))"] } ?? []) + (hasFilter ? ["seccomp"] : [])
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
