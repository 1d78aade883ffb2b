internal import CSandbox
internal import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// All that a process may still touch once it is inside.
///
/// A path that leads nowhere when the fence goes up grants nothing.
package struct Fence: Hashable, Sendable {
  /// Files, and folders with all below them, that may be read.
  package var reads: Set<String> = []
  /// Folders whose files may be read, written, made and removed, all below them included.
  package var folders: Set<String> = []
  /// Folders in which files may be written, made and removed, but not read.
  package var outputs: Set<String> = []

  /// A fence that grants nothing but what every program needs of the system.
  package init() {}

  /// Allows a file to be written, and others beside it: a file is replaced by a new one in its folder;
  /// what is no file, such as `/dev/full`, is opened where it stands.
  ///
  /// - Parameter followsLink: whether what a symbolic link leads to is replaced instead of the link.
  package mutating func allowWriting(to path: String, followsLink: Bool) {
    if NamedPlace.isWrittenInPlace(path) {
      outputs.insert(path)
    } else {
      outputs.insert(PathText.folder(of: followsLink ? NamedPlace.end(of: path) : path))
    }
  }

  /// Puts the fence up around this process, for good.
  ///
  /// - Parameter newest: versions of Landlock above this one are not made use of.
  /// - Returns: what holds from now on. Nothing does in a process that has a second thread already,
  ///   since that would stay outside.
  package func enter(newest: Int = .max) -> Protection {
    guard csandbox_has_one_thread() == 1 else { return Protection() }
    let landlock = restrict(min(newest, Int(csandbox_landlock_abi())))
    return Protection(landlock: landlock, hasFilter: csandbox_filter() == 0)
  }

  /// The version of Landlock that holds; nil for none.
  private func restrict(_ abi: Int) -> Int? {
    guard abi > 0 else { return nil }
    let rules = csandbox_make_rules(CInt(abi))
    guard rules >= 0 else { return nil }
    defer { close(rules) }
    func allow(_ paths: some Sequence<String>, _ rights: Int) {
      for path in paths { _ = csandbox_allow(rules, CInt(abi), path, CInt(rights)) }
    }
    allow(SystemFiles.read, csandbox_read)
    allow(SystemFiles.written, csandbox_read | csandbox_write)
    allow(reads, csandbox_read)
    allow(folders, csandbox_read | csandbox_write)
    allow(outputs, csandbox_list | csandbox_write)
    return csandbox_restrict(rules) == 0 ? abi : nil
  }
}
